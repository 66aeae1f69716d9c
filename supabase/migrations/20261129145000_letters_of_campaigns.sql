-- A letter may serve a campaign.

alter table public.letters
  add column campaign_owner_id uuid,
  add column campaign_id uuid,
  add constraint letters_serve_a_campaign foreign key (campaign_owner_id, campaign_id)
    references public.campaigns (organization_id, id) on delete set null (campaign_owner_id, campaign_id),
  add constraint letters_name_a_campaign_whole check ((campaign_owner_id is null) = (campaign_id is null));
comment on column public.letters.campaign_id is 'The campaign that it is a part of. Not for readers of the row, who may not know that campaign.';
create index letters_campaign_idx on public.letters (campaign_owner_id, campaign_id);
