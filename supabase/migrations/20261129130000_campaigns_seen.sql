-- When a campaign is named to an organization in force, and which campaign a count serves.

alter table public.campaign_shares add column in_force boolean not null default false;
comment on column public.campaign_shares.in_force is
  'Whether the campaign is seen through it: its audience is "named". Derived by triggers, so that no policy asks in a circle.';

alter table public.pooled_metrics add column campaign_id uuid;
alter table public.pooled_metrics add constraint pooled_metrics_serve_own_campaign foreign key (organization_id, campaign_id)
  references public.campaigns (organization_id, id) on delete set null (campaign_id);
comment on column public.pooled_metrics.campaign_id is
  'The campaign of its lead that it counts for. Not for readers of the row, who may not see that campaign.';
create index pooled_metrics_campaign_idx on public.pooled_metrics (organization_id, campaign_id);
