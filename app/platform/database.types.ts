// Made by `npm run db:types` from the database. Do not edit.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  __InternalSupabase: { PostgrestVersion: "13" };
  public: {
    Tables: {
      action_items: {
        Row: {
          id: string;
          organization_id: string;
          coalition_id: string | null;
          submission_id: string;
          title: Json;
          description: Json;
          audience: Database["public"]["Enums"]["audience"];
          due_local: string;
          due_fold: number | null;
          time_zone: string;
          due_at: string;
          closed_at: string | null;
          about_registration: boolean;
        };
        Insert: {
          organization_id: string;
          coalition_id?: string | null;
          campaign_owner_id?: string | null;
          campaign_id?: string | null;
          submission_id?: string;
          title: Json;
          description?: Json;
          audience?: Database["public"]["Enums"]["audience"];
          due_local: string;
          due_fold?: number | null;
          time_zone: string;
          about_registration?: boolean;
        };
        Update: {
          campaign_owner_id?: string | null;
          campaign_id?: string | null;
          title?: Json;
          description?: Json;
          audience?: Database["public"]["Enums"]["audience"];
          due_local?: string;
          due_fold?: number | null;
          time_zone?: string;
          closed_at?: string | null;
          about_registration?: boolean;
        };
        Relationships: [{ foreignKeyName: "action_items_belong_to_a_campaign"; columns: ["campaign_owner_id","campaign_id"]; isOneToOne: false; referencedRelation: "campaigns"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "action_items_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "action_items_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      action_part_notes: {
        Row: {
          organization_id: string;
          owner_id: string;
          item_id: string;
          assignee_id: string | null;
          note: string;
          link: string;
          version: number;
        };
        Insert: { [_ in never]: never };
        Update: {
          assignee_id?: string | null;
          note?: string;
          link?: string;
        };
        Relationships: [{ foreignKeyName: "action_part_notes_assign_a_member"; columns: ["organization_id","assignee_id"]; isOneToOne: false; referencedRelation: "memberships"; referencedColumns: ["organization_id","person_id"] }, { foreignKeyName: "action_part_notes_belong_to_the_part"; columns: ["organization_id","owner_id","item_id"]; isOneToOne: true; referencedRelation: "action_parts"; referencedColumns: ["organization_id","owner_id","item_id"] }];
      };
      action_parts: {
        Row: {
          organization_id: string;
          owner_id: string;
          item_id: string;
          status: Database["public"]["Enums"]["part_status"];
          asked_at: string;
          status_at: string;
        };
        Insert: {
          organization_id: string;
          owner_id: string;
          item_id: string;
          status?: Database["public"]["Enums"]["part_status"];
        };
        Update: {
          status?: Database["public"]["Enums"]["part_status"];
        };
        Relationships: [{ foreignKeyName: "action_parts_are_had_in_a_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }, { foreignKeyName: "action_parts_belong_to_an_item"; columns: ["owner_id","item_id"]; isOneToOne: false; referencedRelation: "action_items"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "action_parts_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      action_steps: {
        Row: {
          id: string;
          organization_id: string;
          item_id: string;
          position: number;
          label: Json;
        };
        Insert: {
          organization_id: string;
          item_id: string;
          position: number;
          label: Json;
        };
        Update: {
          position?: number;
          label?: Json;
        };
        Relationships: [{ foreignKeyName: "action_steps_belong_to_an_item"; columns: ["organization_id","item_id"]; isOneToOne: false; referencedRelation: "action_items"; referencedColumns: ["organization_id","id"] }];
      };
      action_ticks: {
        Row: {
          organization_id: string;
          owner_id: string;
          item_id: string;
          step_id: string;
        };
        Insert: {
          organization_id: string;
          owner_id: string;
          item_id: string;
          step_id: string;
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "action_ticks_belong_to_the_part"; columns: ["organization_id","owner_id","item_id"]; isOneToOne: false; referencedRelation: "action_parts"; referencedColumns: ["organization_id","owner_id","item_id"] }, { foreignKeyName: "action_ticks_mark_a_step"; columns: ["owner_id","item_id","step_id"]; isOneToOne: false; referencedRelation: "action_steps"; referencedColumns: ["organization_id","item_id","id"] }];
      };
      campaign_shares: {
        Row: {
          organization_id: string;
          campaign_id: string;
          recipient_id: string;
        };
        Insert: {
          organization_id: string;
          campaign_id: string;
          recipient_id: string;
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "campaign_shares_belong_to_the_lead"; columns: ["organization_id","campaign_id"]; isOneToOne: false; referencedRelation: "campaigns"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "campaign_shares_recipient_id_fkey"; columns: ["recipient_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      campaigns: {
        Row: {
          id: string;
          organization_id: string;
          submission_id: string;
          part: Database["public"]["Enums"]["campaign_part"];
          name: Json;
          goal: Json;
          audience: Database["public"]["Enums"]["audience"];
          starts_on: string;
          ends_on: string | null;
          outcome: Database["public"]["Enums"]["campaign_outcome"] | null;
          outcome_on: string | null;
          outcome_reason: Json;
        };
        Insert: {
          organization_id: string;
          coalition_id?: string | null;
          submission_id?: string;
          part: Database["public"]["Enums"]["campaign_part"];
          name: Json;
          goal?: Json;
          audience?: Database["public"]["Enums"]["audience"];
          starts_on: string;
          ends_on?: string | null;
        };
        Update: {
          coalition_id?: string | null;
          part?: Database["public"]["Enums"]["campaign_part"];
          name?: Json;
          goal?: Json;
          audience?: Database["public"]["Enums"]["audience"];
          starts_on?: string;
          ends_on?: string | null;
          outcome?: Database["public"]["Enums"]["campaign_outcome"] | null;
          outcome_on?: string | null;
          outcome_reason?: Json;
        };
        Relationships: [{ foreignKeyName: "campaigns_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "campaigns_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      coalitions: {
        Row: {
          id: string;
          slug: string;
          display_name: string;
          korean_name: string | null;
          listed: boolean;
          created_at: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [];
      };
      collection_entries: {
        Row: {
          organization_id: string;
          collection_id: string;
          owner_id: string;
          service_id: string;
          note: string;
        };
        Insert: {
          organization_id: string;
          collection_id: string;
          owner_id: string;
          service_id: string;
          note?: string;
        };
        Update: {
          note?: string;
        };
        Relationships: [{ foreignKeyName: "collection_entries_belong_to_the_collection"; columns: ["organization_id","collection_id"]; isOneToOne: false; referencedRelation: "collections"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "collection_entries_point_to_a_service"; columns: ["owner_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }];
      };
      collections: {
        Row: {
          id: string;
          organization_id: string;
          coalition_id: string | null;
          submission_id: string;
          audience: Database["public"]["Enums"]["audience"];
          name: Json;
          note: Json;
        };
        Insert: {
          organization_id: string;
          coalition_id?: string | null;
          submission_id?: string;
          audience?: Database["public"]["Enums"]["audience"];
          name: Json;
          note?: Json;
        };
        Update: {
          coalition_id?: string | null;
          audience?: Database["public"]["Enums"]["audience"];
          name?: Json;
          note?: Json;
        };
        Relationships: [{ foreignKeyName: "collections_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "collections_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      feed_tokens: {
        Row: {
          id: string;
          person_id: string;
          shown_id: string | null;
          label: string;
          shows: Database["public"]["Enums"]["feed_shows"];
          created_at: string;
          last_used_on: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "feed_tokens_of_a_member"; columns: ["shown_id","person_id"]; isOneToOne: false; referencedRelation: "memberships"; referencedColumns: ["organization_id","person_id"] }, { foreignKeyName: "feed_tokens_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      gathering_changes: {
        Row: {
          organization_id: string;
          gathering_id: string;
          changed_at: string;
          person_id: string | null;
          fields: string[];
          acting_id: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "gathering_changes_acting_id_fkey"; columns: ["acting_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "gathering_changes_belong_to_the_owner"; columns: ["organization_id","gathering_id"]; isOneToOne: false; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "gathering_changes_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      gathering_details: {
        Row: {
          organization_id: string;
          gathering_id: string;
          address: string;
          online_url: string;
          contact: string;
          instructions: Json;
          accessibility: string[];
          audience: Database["public"]["Enums"]["audience"];
          coalition_id: string | null;
        };
        Insert: {
          organization_id: string;
          gathering_id: string;
          address?: string;
          online_url?: string;
          contact?: string;
          instructions?: Json;
          accessibility?: string[];
          audience?: Database["public"]["Enums"]["audience"];
          coalition_id?: string | null;
        };
        Update: {
          address?: string;
          online_url?: string;
          contact?: string;
          instructions?: Json;
          accessibility?: string[];
          audience?: Database["public"]["Enums"]["audience"];
          coalition_id?: string | null;
        };
        Relationships: [{ foreignKeyName: "gathering_details_belong_to_the_owner"; columns: ["organization_id","gathering_id"]; isOneToOne: true; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "gathering_details_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      gathering_notes: {
        Row: {
          organization_id: string;
          gathering_id: string;
          body: string;
        };
        Insert: {
          organization_id: string;
          gathering_id: string;
          body: string;
        };
        Update: {
          body?: string;
        };
        Relationships: [{ foreignKeyName: "gathering_notes_belong_to_the_owner"; columns: ["organization_id","gathering_id"]; isOneToOne: true; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }];
      };
      gathering_series: {
        Row: {
          id: string;
          organization_id: string;
        };
        Insert: {
          organization_id: string;
          rule?: string;
          starts_local: string;
          ends_local: string;
          time_zone: string;
          excepted?: string[];
          added?: string[];
          expanded_until: string;
          finished?: boolean;
          skipped?: string[];
        };
        Update: {
          rule?: string;
          excepted?: string[];
          added?: string[];
          expanded_until?: string;
          finished?: boolean;
          skipped?: string[];
        };
        Relationships: [{ foreignKeyName: "gathering_series_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      gathering_templates: {
        Row: {
          id: string;
          organization_id: string;
          name: string;
          content: Json;
          created_at: string;
        };
        Insert: {
          organization_id: string;
          name: string;
          content: Json;
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "gathering_templates_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      gatherings: {
        Row: {
          id: string;
          organization_id: string;
          coalition_id: string | null;
          submission_id: string;
          title: Json;
          description: Json;
          kind: Database["public"]["Enums"]["gathering_kind"];
          area: string;
          languages: string[];
          starts_local: string;
          ends_local: string;
          time_zone: string;
          starts_fold: number | null;
          ends_fold: number | null;
          starts_at: string;
          ends_at: string;
          state: Database["public"]["Enums"]["gathering_state"];
          cancellation_reason: string | null;
          audience: Database["public"]["Enums"]["audience"];
          shared_at: string | null;
          indexable: boolean;
          series_id: string | null;
          recurrence_local: string | null;
          sequence: number;
          revised_at: string;
          tells_taken: boolean;
        };
        Insert: {
          organization_id: string;
          coalition_id?: string | null;
          submission_id?: string;
          title: Json;
          description?: Json;
          kind?: Database["public"]["Enums"]["gathering_kind"];
          area?: string;
          languages?: string[];
          starts_local: string;
          ends_local: string;
          time_zone: string;
          starts_fold?: number | null;
          ends_fold?: number | null;
          state?: Database["public"]["Enums"]["gathering_state"];
          audience?: Database["public"]["Enums"]["audience"];
          indexable?: boolean;
          series_id?: string | null;
          recurrence_local?: string | null;
          tells_taken?: boolean;
        };
        Update: {
          coalition_id?: string | null;
          title?: Json;
          description?: Json;
          kind?: Database["public"]["Enums"]["gathering_kind"];
          area?: string;
          languages?: string[];
          starts_local?: string;
          ends_local?: string;
          time_zone?: string;
          starts_fold?: number | null;
          ends_fold?: number | null;
          state?: Database["public"]["Enums"]["gathering_state"];
          cancellation_reason?: string | null;
          audience?: Database["public"]["Enums"]["audience"];
          indexable?: boolean;
          series_id?: string | null;
          recurrence_local?: string | null;
          singled_out?: boolean;
          tells_taken?: boolean;
        };
        Relationships: [{ foreignKeyName: "gatherings_belong_to_own_series"; columns: ["organization_id","series_id"]; isOneToOne: false; referencedRelation: "gathering_series"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "gatherings_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "gatherings_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      hostings: {
        Row: {
          organization_id: string;
          gathering_id: string;
          host_id: string;
          part: Database["public"]["Enums"]["host_part"];
          may_edit: boolean;
          state: Database["public"]["Enums"]["hosting_state"];
          invited_at: string;
          answered_at: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "hostings_belong_to_the_owner"; columns: ["organization_id","gathering_id"]; isOneToOne: false; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "hostings_host_id_fkey"; columns: ["host_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "hostings_invited_by_fkey"; columns: ["invited_by"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      import_drafts: {
        Row: {
          organization_id: string;
          id: string;
          source: Json;
          result: Json | null;
          created_at: string;
        };
        Insert: {
          organization_id: string;
          source: Json;
        };
        Update: {
          result?: Json | null;
        };
        Relationships: [{ foreignKeyName: "import_drafts_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      import_entries: {
        Row: {
          organization_id: string;
          draft_id: string;
          place: number;
          line: number;
          uid: string;
          recurrence_id: string;
          title: string;
          content: Json | null;
          series: Json | null;
          remarks: string[];
          reason: string | null;
          terms: Json;
        };
        Insert: {
          organization_id: string;
          draft_id: string;
          place: number;
          line: number;
          uid: string;
          recurrence_id?: string;
          title?: string;
          content?: Json | null;
          series?: Json | null;
          remarks?: string[];
          reason?: string | null;
          terms?: Json;
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "import_entries_belong_to_own_draft"; columns: ["organization_id","draft_id"]; isOneToOne: false; referencedRelation: "import_drafts"; referencedColumns: ["organization_id","id"] }];
      };
      import_sources: {
        Row: {
          id: string;
          organization_id: string;
          kind: Database["public"]["Enums"]["import_kind"];
          name: string;
          url: string;
          last_imported_at: string;
        };
        Insert: {
          organization_id: string;
          kind: Database["public"]["Enums"]["import_kind"];
          name: string;
          url?: string;
        };
        Update: {
          last_imported_at?: string;
        };
        Relationships: [{ foreignKeyName: "import_sources_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      imported_events: {
        Row: {
          organization_id: string;
          uid: string;
          recurrence_id: string;
          source_id: string | null;
          gathering_id: string | null;
          series_id: string | null;
          content: Json;
        };
        Insert: {
          organization_id: string;
          uid: string;
          recurrence_id?: string;
          source_id?: string | null;
          gathering_id?: string | null;
          series_id?: string | null;
          content: Json;
        };
        Update: {
          source_id?: string | null;
          gathering_id?: string | null;
          series_id?: string | null;
          content?: Json;
        };
        Relationships: [{ foreignKeyName: "imported_events_became_own_gathering"; columns: ["organization_id","gathering_id"]; isOneToOne: false; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "imported_events_became_own_series"; columns: ["organization_id","series_id"]; isOneToOne: false; referencedRelation: "gathering_series"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "imported_events_come_from_own_source"; columns: ["organization_id","source_id"]; isOneToOne: false; referencedRelation: "import_sources"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "imported_events_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      imported_services: {
        Row: {
          organization_id: string;
          uid: string;
          service_id: string;
          said: Json;
          became: Json;
          source_name: string;
          source_hash: string;
          row_number: number;
          imported_at: string;
        };
        Insert: {
          organization_id: string;
          uid: string;
          service_id: string;
          said: Json;
          became: Json;
          source_name: string;
          source_hash: string;
          row_number: number;
          imported_at?: string;
        };
        Update: {
          service_id?: string;
          said?: Json;
          became?: Json;
          source_name?: string;
          source_hash?: string;
          row_number?: number;
          imported_at?: string;
        };
        Relationships: [{ foreignKeyName: "imported_services_became_own_service"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "imported_services_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      invitations: {
        Row: {
          organization_id: string;
          id: string;
          email: string;
          role: Database["public"]["Enums"]["member_role"];
          invited_by: string | null;
          created_at: string;
          expires_at: string;
          accepted_at: string | null;
          withdrawn_at: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "invitations_invited_by_fkey"; columns: ["invited_by"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }, { foreignKeyName: "invitations_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      letter_deeds: {
        Row: {
          organization_id: string;
          owner_id: string;
          letter_id: string;
          text_hash: string;
          deed: Database["public"]["Enums"]["letter_deed"];
          person_id: string | null;
          done_at: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "letter_deeds_are_about_a_text"; columns: ["owner_id","letter_id","text_hash"]; isOneToOne: false; referencedRelation: "letter_versions"; referencedColumns: ["organization_id","letter_id","text_hash"] }, { foreignKeyName: "letter_deeds_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "letter_deeds_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      letter_others: {
        Row: {
          id: string;
          organization_id: string;
          letter_id: string;
          text_hash: string;
          english_name: string;
          korean_name: string | null;
          signed_at: string;
          late: boolean;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "letter_others_are_of_a_text"; columns: ["organization_id","letter_id","text_hash"]; isOneToOne: false; referencedRelation: "letter_versions"; referencedColumns: ["organization_id","letter_id","text_hash"] }];
      };
      letter_signatures: {
        Row: {
          organization_id: string;
          owner_id: string;
          letter_id: string;
          text_hash: string;
          english_name: string;
          korean_name: string | null;
          signed_at: string;
          late: boolean;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "letter_signatures_are_of_a_text"; columns: ["owner_id","letter_id","text_hash"]; isOneToOne: false; referencedRelation: "letter_versions"; referencedColumns: ["organization_id","letter_id","text_hash"] }, { foreignKeyName: "letter_signatures_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      letter_versions: {
        Row: {
          organization_id: string;
          letter_id: string;
          text_hash: string;
          version: number;
          title: Json;
          body: Json;
          written_at: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "letter_versions_belong_to_a_letter"; columns: ["organization_id","letter_id"]; isOneToOne: false; referencedRelation: "letters"; referencedColumns: ["organization_id","id"] }];
      };
      letters: {
        Row: {
          id: string;
          organization_id: string;
          lead_english: string;
          lead_korean: string | null;
          audience: Database["public"]["Enums"]["audience"];
          signatory_order: string;
          text_hash: string;
          due_local: string;
          due_fold: number | null;
          time_zone: string;
          due_at: string;
          closed_at: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "letters_coalition_id_fkey"; columns: ["coalition_id"]; isOneToOne: false; referencedRelation: "coalitions"; referencedColumns: ["id"] }, { foreignKeyName: "letters_have_their_text"; columns: ["organization_id","id","text_hash"]; isOneToOne: true; referencedRelation: "letter_versions"; referencedColumns: ["organization_id","letter_id","text_hash"] }, { foreignKeyName: "letters_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "letters_serve_a_campaign"; columns: ["campaign_owner_id","campaign_id"]; isOneToOne: false; referencedRelation: "campaigns"; referencedColumns: ["organization_id","id"] }];
      };
      locations: {
        Row: {
          id: string;
          organization_id: string;
          hsds_id: string;
          name: string;
          address_1: string;
          address_2: string;
          city: string;
          region: string;
          postal_code: string;
          country: string;
          latitude: number | null;
          longitude: number | null;
          accessibility: string[];
          directions: Json;
        };
        Insert: {
          organization_id: string;
          hsds_id?: string;
          name?: string;
          address_1?: string;
          address_2?: string;
          city?: string;
          region?: string;
          postal_code?: string;
          country?: string;
          latitude?: number | null;
          longitude?: number | null;
          accessibility?: string[];
          directions?: Json;
        };
        Update: {
          name?: string;
          address_1?: string;
          address_2?: string;
          city?: string;
          region?: string;
          postal_code?: string;
          country?: string;
          latitude?: number | null;
          longitude?: number | null;
          accessibility?: string[];
          directions?: Json;
        };
        Relationships: [{ foreignKeyName: "locations_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      memberships: {
        Row: {
          organization_id: string;
          person_id: string;
          role: Database["public"]["Enums"]["member_role"];
          created_at: string;
        };
        Insert: { [_ in never]: never };
        Update: {
          role?: Database["public"]["Enums"]["member_role"];
        };
        Relationships: [{ foreignKeyName: "memberships_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "memberships_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      messages: {
        Row: {
          id: string;
          kind: Database["public"]["Enums"]["message_kind"];
          organization_id: string | null;
          person_id: string | null;
          about: string | null;
          queued_at: string;
          due_at: string;
          state: Database["public"]["Enums"]["message_state"];
          attempts: number;
          problem: string | null;
          ended_at: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "messages_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "messages_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      notification_choices: {
        Row: {
          person_id: string;
          kind: Database["public"]["Enums"]["message_kind"];
          channel: string;
          wanted: boolean;
        };
        Insert: {
          person_id: string;
          kind: Database["public"]["Enums"]["message_kind"];
          channel?: string;
          wanted: boolean;
        };
        Update: {
          wanted?: boolean;
        };
        Relationships: [{ foreignKeyName: "notification_choices_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      organizations: {
        Row: {
          id: string;
          slug: string;
          legal_name: string;
          display_name: string;
          short_name: string;
          korean_name: string | null;
          aliases: string[];
          time_zone: string;
          languages: string[];
          color: string;
          created_at: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [];
      };
      people: {
        Row: {
          id: string;
          display_name: string;
          language: string | null;
          time_zone: string;
        };
        Insert: { [_ in never]: never };
        Update: {
          display_name?: string;
          language?: string | null;
          time_zone?: string;
          quiet_from?: string;
          quiet_until?: string;
        };
        Relationships: [];
      };
      pooled_handovers: {
        Row: {
          id: string;
          organization_id: string;
          owner_id: string;
          metric_id: string;
          month: string;
          purpose: string;
          amount: number;
          handed_at: string;
          revoked_at: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "pooled_handovers_belong_to_a_metric"; columns: ["owner_id","metric_id"]; isOneToOne: false; referencedRelation: "pooled_metrics"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "pooled_handovers_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      pooled_metrics: {
        Row: {
          id: string;
          organization_id: string;
          coalition_id: string;
          submission_id: string;
          name: Json;
          unit: Json;
          about_registration: boolean;
          minimum: number;
          goal: number | null;
          first_month: string;
          last_month: string;
          closing_day: number;
          time_zone: string;
        };
        Insert: {
          organization_id: string;
          coalition_id: string;
          submission_id?: string;
          name: Json;
          unit: Json;
          about_registration?: boolean;
          minimum?: number;
          goal?: number | null;
          first_month: string;
          last_month: string;
          closing_day: number;
          time_zone: string;
          campaign_id?: string | null;
        };
        Update: {
          name?: Json;
          unit?: Json;
          about_registration?: boolean;
          goal?: number | null;
          last_month?: string;
          campaign_id?: string | null;
        };
        Relationships: [{ foreignKeyName: "pooled_metrics_coalition_id_fkey"; columns: ["coalition_id"]; isOneToOne: false; referencedRelation: "coalitions"; referencedColumns: ["id"] }, { foreignKeyName: "pooled_metrics_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "pooled_metrics_serve_own_campaign"; columns: ["organization_id","campaign_id"]; isOneToOne: false; referencedRelation: "campaigns"; referencedColumns: ["organization_id","id"] }];
      };
      pooled_numbers: {
        Row: {
          organization_id: string;
          owner_id: string;
          metric_id: string;
          month: string;
          version: number;
          amount: number;
          entered_at: string;
        };
        Insert: {
          organization_id: string;
          owner_id: string;
          metric_id: string;
          month: string;
          amount: number;
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "pooled_numbers_belong_to_a_metric"; columns: ["owner_id","metric_id"]; isOneToOne: false; referencedRelation: "pooled_metrics"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "pooled_numbers_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      pooled_snapshots: {
        Row: {
          organization_id: string;
          metric_id: string;
          month: string;
          coalition_id: string;
          total: number | null;
          contributors: number | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "pooled_snapshots_belong_to_a_metric"; columns: ["organization_id","metric_id"]; isOneToOne: false; referencedRelation: "pooled_metrics"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "pooled_snapshots_coalition_id_fkey"; columns: ["coalition_id"]; isOneToOne: false; referencedRelation: "coalitions"; referencedColumns: ["id"] }];
      };
      providers: {
        Row: {
          id: string;
          organization_id: string;
          hsds_id: string;
          name: Json;
          aliases: string[];
          description: Json;
          website: string;
        };
        Insert: {
          organization_id: string;
          hsds_id?: string;
          name: Json;
          aliases?: string[];
          description?: Json;
          website?: string;
        };
        Update: {
          name?: Json;
          aliases?: string[];
          description?: Json;
          website?: string;
        };
        Relationships: [{ foreignKeyName: "providers_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      service_assurances: {
        Row: {
          organization_id: string;
          service_id: string;
          told_on: string;
          note: Json;
          audience: Database["public"]["Enums"]["audience"];
          coalition_id: string | null;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          told_on: string;
          note?: Json;
          audience?: Database["public"]["Enums"]["audience"];
          coalition_id?: string | null;
        };
        Update: {
          told_on?: string;
          note?: Json;
          audience?: Database["public"]["Enums"]["audience"];
          coalition_id?: string | null;
        };
        Relationships: [{ foreignKeyName: "service_assurances_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: true; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_assurances_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      service_at_locations: {
        Row: {
          organization_id: string;
          service_id: string;
          location_id: string;
          hsds_id: string;
          audience: Database["public"]["Enums"]["audience"];
          coalition_id: string | null;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          location_id: string;
          hsds_id?: string;
          audience?: Database["public"]["Enums"]["audience"];
          coalition_id?: string | null;
        };
        Update: {
          audience?: Database["public"]["Enums"]["audience"];
          coalition_id?: string | null;
        };
        Relationships: [{ foreignKeyName: "service_at_locations_are_in_own_location"; columns: ["organization_id","location_id"]; isOneToOne: false; referencedRelation: "locations"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_at_locations_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_at_locations_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      service_changes: {
        Row: {
          organization_id: string;
          service_id: string;
          changed_at: string;
          person_id: string | null;
          fields: string[];
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "service_changes_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_changes_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }];
      };
      service_closures: {
        Row: {
          organization_id: string;
          service_id: string;
          closed_on: string;
          note: Json;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          closed_on: string;
          note?: Json;
        };
        Update: {
          note?: Json;
        };
        Relationships: [{ foreignKeyName: "service_closures_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }];
      };
      service_disagreements: {
        Row: {
          organization_id: string;
          service_id: string;
          field: string;
          source: string;
          theirs: Json;
          noted_at: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "service_disagreements_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }];
      };
      service_import_rows: {
        Row: {
          organization_id: string;
          import_id: string;
          place: number;
          row_number: number;
          uid: string;
          title: string;
          content: Json | null;
          refused: Json;
          remarks: Json;
          left_out: boolean;
          takes_theirs: boolean;
          outcome: string | null;
          service_id: string | null;
          provider_id: string | null;
          writes: Json | null;
          conflicts: Json | null;
          before: Json | null;
          known: Json | null;
          seen_version: number | null;
        };
        Insert: {
          organization_id: string;
          import_id: string;
          place: number;
          row_number: number;
          uid: string;
          title?: string;
          content?: Json | null;
          refused?: Json;
          remarks?: Json;
        };
        Update: {
          left_out?: boolean;
          takes_theirs?: boolean;
          outcome?: string | null;
          service_id?: string | null;
          provider_id?: string | null;
          writes?: Json | null;
          conflicts?: Json | null;
          before?: Json | null;
          known?: Json | null;
          seen_version?: number | null;
        };
        Relationships: [{ foreignKeyName: "service_import_rows_became_own_service"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_import_rows_belong_to_own_import"; columns: ["organization_id","import_id"]; isOneToOne: false; referencedRelation: "service_imports"; referencedColumns: ["organization_id","id"] }];
      };
      service_imports: {
        Row: {
          organization_id: string;
          id: string;
          source: Json;
          audience: Database["public"]["Enums"]["audience"];
          coalition_id: string | null;
          state: Database["public"]["Enums"]["service_import_state"];
          problem: Json | null;
          result: Json | null;
          created_at: string;
          taken_at: string | null;
        };
        Insert: {
          organization_id: string;
          source: Json;
        };
        Update: {
          audience?: Database["public"]["Enums"]["audience"];
          coalition_id?: string | null;
          state?: Database["public"]["Enums"]["service_import_state"];
          problem?: Json | null;
          result?: Json | null;
          taken_at?: string | null;
        };
        Relationships: [{ foreignKeyName: "service_imports_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "service_imports_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }, { foreignKeyName: "service_imports_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      service_notes: {
        Row: {
          organization_id: string;
          service_id: string;
          body: string;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          body: string;
        };
        Update: {
          body?: string;
        };
        Relationships: [{ foreignKeyName: "service_notes_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: true; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }];
      };
      service_phones: {
        Row: {
          organization_id: string;
          service_id: string;
          position: number;
          number: string;
          extension: string;
          label: Json;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          position: number;
          number: string;
          extension?: string;
          label?: Json;
        };
        Update: {
          number?: string;
          extension?: string;
          label?: Json;
        };
        Relationships: [{ foreignKeyName: "service_phones_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }];
      };
      service_schedules: {
        Row: {
          organization_id: string;
          service_id: string;
          position: number;
          weekdays: number[];
          opens_minute: number;
          closes_minute: number;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          position: number;
          weekdays: number[];
          opens_minute: number;
          closes_minute: number;
        };
        Update: {
          weekdays?: number[];
          opens_minute?: number;
          closes_minute?: number;
        };
        Relationships: [{ foreignKeyName: "service_schedules_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }];
      };
      service_shares: {
        Row: {
          organization_id: string;
          service_id: string;
          layer: Database["public"]["Enums"]["service_layer"];
          recipient_id: string;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          layer: Database["public"]["Enums"]["service_layer"];
          recipient_id: string;
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "service_shares_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_shares_recipient_id_fkey"; columns: ["recipient_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      service_stewards: {
        Row: {
          organization_id: string;
          service_id: string;
          steward_id: string;
          since: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "service_stewards_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: true; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_stewards_steward_id_fkey"; columns: ["steward_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      service_suggestions: {
        Row: {
          id: string;
          organization_id: string;
          service_id: string;
          field: string;
          value: Json;
          reason: string;
          suggester_id: string | null;
          language: string;
          state: Database["public"]["Enums"]["suggestion_state"];
          made_at: string;
          answered_at: string | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "service_suggestions_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_suggestions_person_id_fkey"; columns: ["person_id"]; isOneToOne: false; referencedRelation: "people"; referencedColumns: ["id"] }, { foreignKeyName: "service_suggestions_suggester_id_fkey"; columns: ["suggester_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      service_translations: {
        Row: {
          organization_id: string;
          service_id: string;
          language: string;
          by_machine: boolean;
          reviewed_at: string | null;
          stale: boolean;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          language: string;
          by_machine?: boolean;
          reviewed_at?: string | null;
          stale?: boolean;
        };
        Update: {
          by_machine?: boolean;
          reviewed_at?: string | null;
          stale?: boolean;
        };
        Relationships: [{ foreignKeyName: "service_translations_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }];
      };
      service_verifications: {
        Row: {
          id: string;
          organization_id: string;
          service_id: string;
          verified_at: string;
          method: Database["public"]["Enums"]["verification_method"];
          verify_by: string;
        };
        Insert: {
          organization_id: string;
          service_id: string;
          verifier_id?: string | null;
          method: Database["public"]["Enums"]["verification_method"];
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "service_verifications_belong_to_the_owner"; columns: ["organization_id","service_id"]; isOneToOne: false; referencedRelation: "services"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "service_verifications_verifier_id_fkey"; columns: ["verifier_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      services: {
        Row: {
          id: string;
          organization_id: string;
          coalition_id: string | null;
          provider_id: string | null;
          hsds_id: string;
          submission_id: string;
          state: Database["public"]["Enums"]["service_state"];
          audience: Database["public"]["Enums"]["audience"];
          source_language: string;
          name: Json;
          description: Json;
          eligibility: Json;
          required_documents: Json;
          cost: Database["public"]["Enums"]["service_cost"];
          cost_note: Json;
          website: string;
          email: string;
          area_served: string[];
          terms: string[];
          staff_languages: string[];
          interpreter_languages: string[];
          document_languages: string[];
          time_zone: string;
          credential: Database["public"]["Enums"]["credential"] | null;
          credential_url: string;
          credential_checked_on: string | null;
          information_as_of: string | null;
          jurisdiction: string;
          reviewed_by: string;
          verified_at: string | null;
          verify_by: string | null;
          shared_at: string | null;
        };
        Insert: {
          organization_id: string;
          coalition_id?: string | null;
          provider_id?: string | null;
          hsds_id?: string;
          submission_id?: string;
          state?: Database["public"]["Enums"]["service_state"];
          audience?: Database["public"]["Enums"]["audience"];
          source_language: string;
          name: Json;
          description?: Json;
          eligibility?: Json;
          required_documents?: Json;
          cost?: Database["public"]["Enums"]["service_cost"];
          cost_note?: Json;
          website?: string;
          email?: string;
          area_served?: string[];
          terms?: string[];
          staff_languages?: string[];
          interpreter_languages?: string[];
          document_languages?: string[];
          time_zone: string;
          credential?: Database["public"]["Enums"]["credential"] | null;
          credential_url?: string;
          credential_checked_on?: string | null;
          information_as_of?: string | null;
          jurisdiction?: string;
          reviewed_by?: string;
        };
        Update: {
          coalition_id?: string | null;
          provider_id?: string | null;
          state?: Database["public"]["Enums"]["service_state"];
          audience?: Database["public"]["Enums"]["audience"];
          source_language?: string;
          name?: Json;
          description?: Json;
          eligibility?: Json;
          required_documents?: Json;
          cost?: Database["public"]["Enums"]["service_cost"];
          cost_note?: Json;
          website?: string;
          email?: string;
          area_served?: string[];
          terms?: string[];
          staff_languages?: string[];
          interpreter_languages?: string[];
          document_languages?: string[];
          time_zone?: string;
          credential?: Database["public"]["Enums"]["credential"] | null;
          credential_url?: string;
          credential_checked_on?: string | null;
          information_as_of?: string | null;
          jurisdiction?: string;
          reviewed_by?: string;
        };
        Relationships: [{ foreignKeyName: "services_are_given_by_own_provider"; columns: ["organization_id","provider_id"]; isOneToOne: false; referencedRelation: "providers"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "services_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "services_stand_in_own_coalition"; columns: ["organization_id","coalition_id"]; isOneToOne: false; referencedRelation: "standings"; referencedColumns: ["organization_id","coalition_id"] }];
      };
      shares: {
        Row: {
          organization_id: string;
          gathering_id: string;
          recipient_id: string;
          layer: Database["public"]["Enums"]["layer"];
        };
        Insert: {
          organization_id: string;
          gathering_id: string;
          recipient_id: string;
          layer?: Database["public"]["Enums"]["layer"];
        };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "shares_belong_to_the_owner"; columns: ["organization_id","gathering_id"]; isOneToOne: false; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }, { foreignKeyName: "shares_recipient_id_fkey"; columns: ["recipient_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      signing_people: {
        Row: {
          organization_id: string;
          person_id: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "signing_people_are_members"; columns: ["organization_id","person_id"]; isOneToOne: true; referencedRelation: "memberships"; referencedColumns: ["organization_id","person_id"] }, { foreignKeyName: "signing_people_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "signing_rules"; referencedColumns: ["organization_id"] }];
      };
      signing_rules: {
        Row: {
          organization_id: string;
          who: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "signing_rules_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: true; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      signup_lists: {
        Row: {
          organization_id: string;
          gathering_id: string;
          capacity: number | null;
          headcount_public: boolean;
          keep_days: number;
          closes_hours_before: number | null;
          closed: boolean;
        };
        Insert: {
          organization_id: string;
          gathering_id: string;
          capacity?: number | null;
          headcount_public?: boolean;
          keep_days?: number;
          closes_hours_before?: number | null;
          closed?: boolean;
        };
        Update: {
          capacity?: number | null;
          headcount_public?: boolean;
          keep_days?: number;
          closes_hours_before?: number | null;
          closed?: boolean;
        };
        Relationships: [{ foreignKeyName: "signup_lists_belong_to_the_owner"; columns: ["organization_id","gathering_id"]; isOneToOne: true; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }];
      };
      signups: {
        Row: {
          id: string;
          organization_id: string;
          gathering_owner_id: string;
          gathering_id: string;
          name: string;
          seats: number;
          language: string;
          needs: string[];
          contact: string;
          told_host: boolean;
          state: Database["public"]["Enums"]["signup_state"];
          created_at: string;
          promoted_at: string | null;
          told_at: string | null;
          delete_at: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "signups_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }, { foreignKeyName: "signups_stand_on_a_list"; columns: ["gathering_owner_id","gathering_id"]; isOneToOne: false; referencedRelation: "signup_lists"; referencedColumns: ["organization_id","gathering_id"] }];
      };
      standings: {
        Row: {
          organization_id: string;
          coalition_id: string;
          kind: Database["public"]["Enums"]["standing_kind"];
          joined_on: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "standings_coalition_id_fkey"; columns: ["coalition_id"]; isOneToOne: false; referencedRelation: "coalitions"; referencedColumns: ["id"] }, { foreignKeyName: "standings_organization_id_fkey"; columns: ["organization_id"]; isOneToOne: false; referencedRelation: "organizations"; referencedColumns: ["id"] }];
      };
      taxonomy_terms: {
        Row: {
          id: string;
          parent_id: string | null;
          name: Json;
          synonyms: Json;
          open_eligibility_code: string | null;
          position: number;
          said: string | null;
          near_said: string[] | null;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "taxonomy_terms_parent_id_fkey"; columns: ["parent_id"]; isOneToOne: false; referencedRelation: "taxonomy_terms"; referencedColumns: ["id"] }];
      };
      volunteer_places: {
        Row: {
          id: string;
          organization_id: string;
          person_id: string;
          owner_id: string;
          gathering_id: string;
          role_id: string;
          taken_at: string;
        };
        Insert: { [_ in never]: never };
        Update: { [_ in never]: never };
        Relationships: [{ foreignKeyName: "volunteer_places_in_a_role"; columns: ["owner_id","gathering_id","role_id"]; isOneToOne: false; referencedRelation: "volunteer_roles"; referencedColumns: ["organization_id","gathering_id","id"] }, { foreignKeyName: "volunteer_places_of_members"; columns: ["organization_id","person_id"]; isOneToOne: false; referencedRelation: "memberships"; referencedColumns: ["organization_id","person_id"] }];
      };
      volunteer_roles: {
        Row: {
          id: string;
          organization_id: string;
          gathering_id: string;
          name: Json;
          needed: number;
          languages: string[];
          created_at: string;
        };
        Insert: {
          organization_id: string;
          gathering_id: string;
          name: Json;
          needed: number;
          languages?: string[];
        };
        Update: {
          name?: Json;
          needed?: number;
          languages?: string[];
        };
        Relationships: [{ foreignKeyName: "volunteer_roles_belong_to_the_owner"; columns: ["organization_id","gathering_id"]; isOneToOne: false; referencedRelation: "gatherings"; referencedColumns: ["organization_id","id"] }];
      };
    };
    Views: { [_ in never]: never };
    Functions: {
      accept_invitation: { Args: {
        token: string;
      }; Returns: Json };
      accept_suggestion: { Args: {
        suggestion_id: string;
        organization_id: string;
        seen: string;
        publish: boolean;
      }; Returns: Json };
      add_role: { Args: {
        organization_id: string;
        gathering_id: string;
        role: Json;
        scope: string;
      }; Returns: Json };
      answer_hosting: { Args: {
        gathering_id: string;
        organization_id: string;
        accept: boolean;
      }; Returns: Json };
      ask_for_parts: { Args: {
        item_id: string;
        organization_id: string;
        core: boolean;
        recipients?: string[];
      }; Returns: Json };
      begin_campaign: { Args: {
        organization_id: string;
        submission_id: string;
        content: Json;
      }; Returns: Json };
      begin_import: { Args: {
        organization_id: string;
        source_id?: string;
      }; Returns: Json };
      begin_service_import: { Args: {
        organization_id: string;
      }; Returns: Json };
      calendars_to_subscribe: { Args: never; Returns: Json };
      cancel_gathering: { Args: {
        gathering_id: string;
        organization_id: string;
        seen_version: number;
        reason: string;
      }; Returns: Json };
      cancel_series: { Args: {
        gathering_id: string;
        organization_id: string;
        seen_version: number;
        reason: string;
        scope: string;
        ended_rule: string;
      }; Returns: Json };
      cancel_signup: { Args: {
        secret: string;
        network: string;
        code: string;
      }; Returns: Json };
      change_address: { Args: {
        password: string;
        new_email: string;
      }; Returns: Json };
      change_hosting: { Args: {
        gathering_id: string;
        organization_id: string;
        host_id: string;
        may_edit: boolean;
        scope?: string;
      }; Returns: Json };
      change_password: { Args: {
        password: string;
        new_password: string;
      }; Returns: Json };
      change_role: { Args: {
        organization_id: string;
        role_id: string;
        role: Json;
        scope: string;
      }; Returns: Json };
      change_signup: { Args: {
        secret: string;
        network: string;
        code: string;
        answers: Json;
      }; Returns: Json };
      choose_mail: { Args: {
        wanted: string[];
        quiet_from: string;
        quiet_until: string;
      }; Returns: string };
      choose_signers: { Args: {
        organization_id: string;
        who: string;
        people: string[];
      }; Returns: Json };
      close_item: { Args: {
        item_id: string;
        organization_id: string;
        closed: boolean;
      }; Returns: Json };
      close_letter: { Args: {
        letter_id: string;
        organization_id: string;
        seen: string;
      }; Returns: Json };
      coalition_calendar: { Args: {
        coalition_slug: string;
        first_on: string;
        last_on: string;
        filters?: Json;
        shown_from?: number;
      }; Returns: Json };
      coalition_items: { Args: {
        slug: string;
        filters?: Json;
        as_board?: boolean;
        shown_from?: number;
      }; Returns: Json };
      coalition_letters: { Args: {
        slug: string;
      }; Returns: Json };
      coalition_totals: { Args: {
        slug: string;
      }; Returns: Json };
      collect_service: { Args: {
        collection_id: string;
        organization_id: string;
        service_id: string;
        note: string;
      }; Returns: Json };
      collecting: { Args: {
        service_id: string;
        organization_id: string;
      }; Returns: Json };
      conclude_campaign: { Args: {
        campaign_id: string;
        organization_id: string;
        seen_version: number;
        content: Json;
      }; Returns: Json };
      confirm_address: { Args: {
        token: string;
      }; Returns: Json };
      confirm_signatory: { Args: {
        signatory_id: string;
        letter_id: string;
        organization_id: string;
        seen: string;
        late?: boolean;
      }; Returns: Json };
      correct_fact: { Args: {
        service_id: string;
        organization_id: string;
        field: string;
        value: Json;
        seen: string;
      }; Returns: string };
      count_presses: { Args: {
        organization_id: string;
        gathering_id: string;
        presses: Json;
      }; Returns: Json };
      count_try: { Args: {
        secret: string;
        kind: string;
        network: string;
        account?: string;
      }; Returns: string };
      decline_letter: { Args: {
        letter_id: string;
        organization_id: string;
        seen: string;
      }; Returns: Json };
      decline_suggestion: { Args: {
        suggestion_id: string;
        organization_id: string;
      }; Returns: Json };
      delete_account: { Args: {
        password: string;
      }; Returns: Json };
      demonstration_accounts: { Args: never; Returns: Json };
      demonstration_mailbox: { Args: never; Returns: Json };
      demonstration_message: { Args: {
        message_id: string;
      }; Returns: Json };
      discard_campaign: { Args: {
        campaign_id: string;
        organization_id: string;
        seen_version: number;
      }; Returns: Json };
      discard_collection: { Args: {
        collection_id: string;
        organization_id: string;
      }; Returns: Json };
      discard_service: { Args: {
        service_id: string;
        organization_id: string;
        seen_version: number;
      }; Returns: Json };
      draft_import: { Args: {
        organization_id: string;
        source: Json;
        entries: Json;
        draft_id?: string;
      }; Returns: Json };
      draft_service_import: { Args: {
        organization_id: string;
        source: Json;
        rows: Json;
        import_id?: string;
      }; Returns: Json };
      edit_campaign: { Args: {
        campaign_id: string;
        organization_id: string;
      }; Returns: Json };
      edit_gathering: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      edit_item: { Args: {
        item_id: string;
        organization_id: string;
      }; Returns: Json };
      edit_part: { Args: {
        item_id: string;
        organization_id: string;
      }; Returns: Json };
      edit_pooled_metric: { Args: {
        metric_id: string;
        organization_id: string;
      }; Returns: Json };
      edit_service: { Args: {
        service_id: string;
        organization_id: string;
      }; Returns: Json };
      edit_shared_gathering: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      end_hosting: { Args: {
        gathering_id: string;
        organization_id: string;
        host_id: string;
        scope?: string;
      }; Returns: Json };
      end_mail: { Args: {
        token: string;
      }; Returns: string };
      end_session: { Args: {
        session_id: string;
      }; Returns: Json };
      end_stewardship: { Args: {
        service_id: string;
        organization_id: string;
      }; Returns: Json };
      enter_pooled_number: { Args: {
        metric_id: string;
        organization_id: string;
        month: string;
        amount: string;
        seen: number;
      }; Returns: Json };
      enter_signatory: { Args: {
        letter_id: string;
        organization_id: string;
        seen: string;
        content: Json;
      }; Returns: Json };
      export_account: { Args: never; Returns: Json };
      export_services: { Args: {
        organization_id: string;
        whole: boolean;
      }; Returns: Json };
      fellow_organizations: { Args: {
        organization_id: string;
      }; Returns: Json };
      find_clashes: { Args: {
        organization_id: string;
        gathering_id: string;
        plan: Json;
      }; Returns: Json };
      find_services: { Args: {
        typed?: string;
        need?: string;
        spoken?: string;
        area?: string;
        cost?: string;
        open_now?: boolean;
        verified?: boolean;
        page?: number;
      }; Returns: Json };
      first_link_is_open: { Args: {
        token: string;
      }; Returns: boolean };
      forget_calendar: { Args: {
        organization_id: string;
        source_id: string;
      }; Returns: string };
      forgive_tries: { Args: {
        secret: string;
        kind: string;
        network: string;
        account: string;
      }; Returns: string };
      front_page: { Args: never; Returns: Json };
      gathering_feed: { Args: {
        gathering_id: string;
      }; Returns: Json };
      gathering_history: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      gathering_hosts: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      gathering_signups: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      hand_over_number: { Args: {
        metric_id: string;
        organization_id: string;
        month: string;
        purpose: string;
      }; Returns: Json };
      hsds_places: { Args: {
        page: number;
        per_page: number;
        id?: string;
      }; Returns: Json };
      hsds_providers: { Args: {
        page: number;
        per_page: number;
        id?: string;
      }; Returns: Json };
      hsds_service: { Args: {
        hsds_id: string;
      }; Returns: Json };
      hsds_services: { Args: {
        page: number;
        per_page: number;
        chosen: Json;
      }; Returns: Json };
      import_events: { Args: {
        organization_id: string;
        draft_id: string;
        taken: number[];
        theirs: number[];
        gone: string[];
        reason: string;
      }; Returns: Json };
      installation: { Args: never; Returns: Json };
      invite_host: { Args: {
        gathering_id: string;
        organization_id: string;
        host_id: string;
        part: Database["public"]["Enums"]["host_part"];
        may_edit?: boolean;
        scope?: string;
      }; Returns: Json };
      invite_member: { Args: {
        organization_id: string;
        email: string;
        role: Database["public"]["Enums"]["member_role"];
      }; Returns: Json };
      keep_template: { Args: {
        gathering_id: string;
        organization_id: string;
        name: string;
      }; Returns: Json };
      letter_campaigns: { Args: {
        organization_id: string;
        letter_id?: string;
      }; Returns: Json };
      list_service: { Args: {
        organization_id: string;
        submission_id: string;
        content: Json;
      }; Returns: Json };
      list_time_zones: { Args: never; Returns: string[] };
      make_collection: { Args: {
        organization_id: string;
        submission_id: string;
        content: Json;
      }; Returns: Json };
      make_feed: { Args: {
        label: string;
        organization_id: string;
        shows: Database["public"]["Enums"]["feed_shows"];
      }; Returns: Json };
      make_item: { Args: {
        organization_id: string;
        submission_id: string;
        content: Json;
      }; Returns: Json };
      make_letter: { Args: {
        organization_id: string;
        submission_id: string;
        content: Json;
      }; Returns: Json };
      make_pooled_metric: { Args: {
        organization_id: string;
        submission_id: string;
        content: Json;
      }; Returns: Json };
      me: { Args: never; Returns: Json };
      move_entry: { Args: {
        collection_id: string;
        organization_id: string;
        service_id: string;
        direction: string;
      }; Returns: Json };
      move_gathering: { Args: {
        gathering_id: string;
        organization_id: string;
        seen_version: number;
        starts_local: string;
        ends_local: string;
        starts_fold?: number;
        ends_fold?: number;
      }; Returns: Json };
      move_letter: { Args: {
        letter_id: string;
        organization_id: string;
        content: Json;
      }; Returns: Json };
      my_settings: { Args: never; Returns: Json };
      new_gathering: { Args: {
        organization_id: string;
        from_gathering?: string;
        from_template?: string;
      }; Returns: Json };
      new_item: { Args: {
        organization_id: string;
      }; Returns: Json };
      new_service: { Args: {
        organization_id: string;
      }; Returns: Json };
      note_session: { Args: {
        device: string;
      }; Returns: string };
      open_feed: { Args: {
        coalition?: string;
        organization?: string;
        known?: string;
      }; Returns: Json };
      organization_calendar: { Args: {
        organization_id: string;
        first_on: string;
        last_on: string;
        filters?: Json;
        shown_from?: number;
      }; Returns: Json };
      organization_campaigns: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_collections: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_home: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_hostings: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_items: { Args: {
        organization_id: string;
        filters?: Json;
        shown_from?: number;
      }; Returns: Json };
      organization_letters: { Args: {
        organization_id: string;
        letter_id?: string;
      }; Returns: Json };
      organization_mail: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_members: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_services: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_table: { Args: {
        organization_id: string;
      }; Returns: Json };
      organization_totals: { Args: {
        organization_id: string;
        metric_id?: string;
      }; Returns: Json };
      organization_truth: { Args: {
        organization_id: string;
      }; Returns: Json };
      plan_board: { Args: {
        slug: string;
      }; Returns: Json };
      plan_meeting: { Args: {
        slug: string;
        since: string;
      }; Returns: Json };
      press_still_true: { Args: {
        token: string;
      }; Returns: Json };
      preview_gathering: { Args: {
        gathering_id: string;
        organization_id: string;
        viewer: Json;
      }; Returns: Json };
      preview_service: { Args: {
        service_id: string;
        organization_id: string;
        viewer: Json;
      }; Returns: Json };
      private_feed: { Args: {
        token: string;
        known?: string;
      }; Returns: Json };
      queue_mailed_link: { Args: {
        secret: string;
        kind: Database["public"]["Enums"]["message_kind"];
        email: string;
      }; Returns: string };
      read_campaign: { Args: {
        campaign_id: string;
      }; Returns: Json };
      read_collection: { Args: {
        collection_id: string;
      }; Returns: Json };
      read_digest: { Args: {
        organization_id: string;
      }; Returns: Json };
      read_gathering: { Args: {
        gathering_id: string;
      }; Returns: Json };
      read_hosting: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      read_import: { Args: {
        organization_id: string;
        draft_id: string;
      }; Returns: Json };
      read_invitation: { Args: {
        token: string;
      }; Returns: Json };
      read_item: { Args: {
        item_id: string;
      }; Returns: Json };
      read_items_due: { Args: never; Returns: Json };
      read_letter: { Args: {
        letter_id: string;
      }; Returns: Json };
      read_mailed_link: { Args: {
        token: string;
      }; Returns: Json };
      read_reminder: { Args: {
        gathering_id: string;
      }; Returns: Json };
      read_service: { Args: {
        service_id: string;
      }; Returns: Json };
      read_service_import: { Args: {
        organization_id: string;
        import_id: string;
      }; Returns: Json };
      read_signatures_asked: { Args: never; Returns: Json };
      read_signup: { Args: {
        secret: string;
        network: string;
        code: string;
      }; Returns: Json };
      read_still_true: { Args: {
        token: string;
      }; Returns: Json };
      read_suggestion: { Args: {
        secret: string;
        network: string;
        code: string;
      }; Returns: Json };
      remove_entry: { Args: {
        collection_id: string;
        organization_id: string;
        service_id: string;
      }; Returns: Json };
      remove_item: { Args: {
        item_id: string;
        organization_id: string;
      }; Returns: Json };
      remove_letter: { Args: {
        letter_id: string;
        organization_id: string;
        seen: string;
      }; Returns: Json };
      remove_role: { Args: {
        organization_id: string;
        role_id: string;
        scope: string;
      }; Returns: Json };
      remove_signatory: { Args: {
        signatory_id: string;
        letter_id: string;
        organization_id: string;
      }; Returns: Json };
      remove_signup: { Args: {
        signup_id: string;
        organization_id: string;
      }; Returns: Json };
      renew_invitation: { Args: {
        organization_id: string;
        invitation_id: string;
      }; Returns: Json };
      reopen_campaign: { Args: {
        campaign_id: string;
        organization_id: string;
        seen_version: number;
      }; Returns: Json };
      reset_password: { Args: {
        token: string;
        password: string;
      }; Returns: string };
      restore_gathering: { Args: {
        gathering_id: string;
        organization_id: string;
        seen_version: number;
      }; Returns: Json };
      retry_message: { Args: {
        organization_id: string;
        message_id: string;
      }; Returns: Json };
      revise_campaign: { Args: {
        campaign_id: string;
        organization_id: string;
        seen_version: number;
        content: Json;
      }; Returns: Json };
      revise_collection: { Args: {
        collection_id: string;
        organization_id: string;
        seen_version: number;
        content: Json;
      }; Returns: Json };
      revise_gathering: { Args: {
        gathering_id: string;
        organization_id: string;
        seen_version: number;
        card: Json;
        recipients: string[];
        detail?: Json;
        notes?: string;
      }; Returns: Json };
      revise_hosted_gathering: { Args: {
        gathering_id: string;
        host_id: string;
        seen_version: number;
        card: Json;
        detail?: Json;
      }; Returns: Json };
      revise_item: { Args: {
        item_id: string;
        organization_id: string;
        seen_version: number;
        content: Json;
      }; Returns: Json };
      revise_pooled_metric: { Args: {
        metric_id: string;
        organization_id: string;
        seen_version: number;
        content: Json;
      }; Returns: Json };
      revise_series: { Args: {
        gathering_id: string;
        organization_id: string;
        seen_version: number;
        card: Json;
        recipients: string[];
        detail: Json;
        notes: string;
        scope: string;
        series: Json;
      }; Returns: Json };
      revise_service: { Args: {
        service_id: string;
        organization_id: string;
        seen_version: number;
        content: Json;
      }; Returns: Json };
      rewrite_letter: { Args: {
        letter_id: string;
        organization_id: string;
        content: Json;
        seen: string;
      }; Returns: Json };
      save_part: { Args: {
        item_id: string;
        organization_id: string;
        seen_version: number;
        content: Json;
      }; Returns: Json };
      save_signup_list: { Args: {
        gathering_id: string;
        organization_id: string;
        terms: Json;
        scope: string;
      }; Returns: Json };
      schedule_gathering: { Args: {
        organization_id: string;
        submission_id: string;
        card: Json;
        recipients: string[];
        detail?: Json;
        notes?: string;
      }; Returns: Json };
      schedule_series: { Args: {
        organization_id: string;
        submission_id: string;
        card: Json;
        recipients: string[];
        detail: Json;
        notes: string;
        series: Json;
      }; Returns: Json };
      service_handout: { Args: {
        service_id: string;
      }; Returns: Json };
      service_truth: { Args: {
        service_id: string;
      }; Returns: Json };
      services_table: { Args: {
        service_ids: string[];
      }; Returns: Json };
      settle_disagreement: { Args: {
        service_id: string;
        organization_id: string;
        field: string;
        source: string;
        take: boolean;
        seen_version: number;
      }; Returns: Json };
      show_letter: { Args: {
        letter_id: string;
        organization_id: string;
        audience: string;
        signatory_order: string;
      }; Returns: Json };
      sign_letter: { Args: {
        letter_id: string;
        organization_id: string;
        seen: string;
        late?: boolean;
      }; Returns: Json };
      sign_up: { Args: {
        secret: string;
        network: string;
        gathering_id: string;
        via: string;
        submission_id: string;
        answers: Json;
      }; Returns: Json };
      sign_up_is_open: { Args: {
        token: string;
        email: string;
      }; Returns: boolean };
      signing_rule: { Args: {
        organization_id: string;
      }; Returns: Json };
      signup_form: { Args: {
        gathering_id: string;
        via: string;
      }; Returns: Json };
      signup_settings: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      suggest_change: { Args: {
        secret: string;
        network: string;
        service_id: string;
        organization_id: string;
        submission_id: string;
        suggestion: Json;
      }; Returns: Json };
      suggest_services: { Args: {
        typed: string;
      }; Returns: Json };
      suggested_changes: { Args: {
        service_id: string;
        organization_id: string;
      }; Returns: Json };
      suggestion_form: { Args: {
        service_id: string;
      }; Returns: Json };
      take_back_ask: { Args: {
        item_id: string;
        organization_id: string;
        asked_id: string;
      }; Returns: Json };
      take_back_number: { Args: {
        handover_id: string;
        organization_id: string;
      }; Returns: Json };
      take_in_services: { Args: {
        organization_id: string;
        import_id: string;
        audience: Database["public"]["Enums"]["audience"];
        coalition_id: string;
        left_out: number[];
        theirs: number[];
      }; Returns: Json };
      take_part: { Args: {
        item_id: string;
        organization_id: string;
      }; Returns: Json };
      take_place: { Args: {
        organization_id: string;
        role_id: string;
      }; Returns: Json };
      take_stewardship: { Args: {
        service_id: string;
        organization_id: string;
      }; Returns: string };
      tally_page: { Args: {
        organization_id: string;
        gathering_id: string;
      }; Returns: Json };
      tie_letter: { Args: {
        letter_id: string;
        organization_id: string;
        campaign_id?: string;
      }; Returns: Json };
      undo_service_import: { Args: {
        organization_id: string;
        import_id: string;
      }; Returns: Json };
      use_sign_in_link: { Args: {
        token: string;
      }; Returns: string };
      verify_service: { Args: {
        service_id: string;
        organization_id: string;
        method: string;
      }; Returns: Json };
      volunteer_page: { Args: {
        gathering_id: string;
        organization_id: string;
      }; Returns: Json };
      wall_times: { Args: {
        organization_id: string;
        zone: string;
        moments: Json;
      }; Returns: Json };
      withdraw_from_letter: { Args: {
        letter_id: string;
        organization_id: string;
      }; Returns: Json };
      withdraw_invitation: { Args: {
        organization_id: string;
        invitation_id: string;
      }; Returns: Json };
    };
    Enums: {
      audience: "owner" | "named" | "coalition" | "everyone";
      campaign_outcome: "won" | "lost" | "ended";
      campaign_part: "gatherings" | "hotline" | "consultations" | "relations" | "human_rights" | "deferred_action" | "citizenship" | "voter_registration";
      credential: "none" | "attorney" | "doj_accredited";
      feed_shows: "taken" | "titles";
      gathering_kind: "clinic" | "workshop" | "know_your_rights" | "registration_drive" | "meeting" | "vigil_or_march" | "training" | "other";
      gathering_state: "draft" | "scheduled" | "cancelled";
      host_part: "co_host" | "promoter";
      hosting_state: "invited" | "accepted" | "declined";
      import_kind: "file" | "address";
      layer: "card" | "detail";
      letter_deed: "asked" | "declined" | "signed" | "withdrawn";
      member_role: "viewer" | "member" | "editor" | "admin";
      message_kind: "invitation" | "sign_in_link" | "password_reset" | "password_changed" | "address_current" | "address_new" | "address_changed" | "reminder" | "digest" | "hosting" | "hosting_answered" | "signup_confirmed" | "signup_promoted" | "signup_gathering_changed" | "services_due" | "suggestion_answered" | "items_due";
      message_state: "waiting" | "sent" | "left_out" | "failed";
      part_status: "asked" | "accepted" | "declined" | "doing" | "done" | "cannot";
      service_cost: "unknown" | "free" | "sliding" | "paid";
      service_import_state: "read" | "waiting" | "taken" | "failed" | "leaving" | "undone";
      service_layer: "card" | "place" | "assurance";
      service_state: "draft" | "active" | "paused" | "closed";
      signup_state: "coming" | "waiting" | "cancelled";
      standing_kind: "lead" | "core" | "partner" | "ally";
      suggestion_state: "open" | "accepted" | "declined";
      verification_method: "phone" | "visit" | "website" | "provider" | "owner";
    };
    CompositeTypes: { [_ in never]: never };
  };
};
