-- The commands of letters as the API calls them. Each asks private functions, which look at the caller themselves.

create function public.make_letter(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('id', private.make_letter(organization_id, submission_id, content));
$$;
comment on function public.make_letter(uuid, uuid, jsonb) is 'Begins a letter. A repeated submission answers with the row of the first.';

create function public.rewrite_letter(letter_id uuid, organization_id uuid, content jsonb, seen text) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('hash', private.rewrite_letter(letter_id, organization_id, content, seen));
$$;
comment on function public.rewrite_letter(uuid, uuid, jsonb, text) is 'Gives a letter another title and text, over the text whose hash its writer saw.';

create function public.move_letter(letter_id uuid, organization_id uuid, content jsonb) returns jsonb
language sql set search_path = '' as $$
  select private.move_letter(letter_id, organization_id, content);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.move_letter(uuid, uuid, jsonb) is 'Gives a letter other deadlines.';

create function public.show_letter(letter_id uuid, organization_id uuid, audience text, signatory_order text) returns jsonb
language sql set search_path = '' as $$
  select private.show_letter(letter_id, organization_id, audience, signatory_order);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.show_letter(uuid, uuid, text, text) is 'Says who reads a letter and how its signatories are ordered.';

create function public.close_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language sql set search_path = '' as $$
  select private.close_letter(letter_id, organization_id, seen);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.close_letter(uuid, uuid, text) is 'Closes a letter for good, with the text its lead saw.';

create function public.remove_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language sql set search_path = '' as $$
  select private.remove_letter(letter_id, organization_id, seen);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.remove_letter(uuid, uuid, text) is 'Removes a draft, with the text its lead saw.';

create function public.tie_letter(letter_id uuid, organization_id uuid, campaign_id uuid default null) returns jsonb
language sql set search_path = '' as $$
  select private.tie_letter(letter_id, organization_id, campaign_id);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.tie_letter(uuid, uuid, uuid) is 'Makes a letter serve another campaign, or none.';

create function public.sign_letter(letter_id uuid, organization_id uuid, seen text, late boolean default false) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('outcome', private.sign_letter(letter_id, organization_id, seen, late));
$$;
comment on function public.sign_letter(uuid, uuid, text, boolean) is 'Signs a text for an organization, or asks those who sign for it: outcome is signed or asked.';

create function public.decline_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language sql set search_path = '' as $$
  select private.decline_letter(letter_id, organization_id, seen);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.decline_letter(uuid, uuid, text) is 'Answers with no whoever asked for the organization''s signature.';

create function public.withdraw_from_letter(letter_id uuid, organization_id uuid) returns jsonb
language sql set search_path = '' as $$
  select private.withdraw_from_letter(letter_id, organization_id);
  select jsonb_build_object('id', letter_id);
$$;
comment on function public.withdraw_from_letter(uuid, uuid) is 'Takes an organization''s signature back.';

create function public.enter_signatory(letter_id uuid, organization_id uuid, seen text, content jsonb) returns jsonb
language sql set search_path = '' as $$
  select jsonb_build_object('id', private.enter_signatory(letter_id, organization_id, seen, content));
$$;
comment on function public.enter_signatory(uuid, uuid, text, jsonb) is 'Enters an organization without an account that signed this text.';

create function public.confirm_signatory(
  signatory_id uuid, letter_id uuid, organization_id uuid, seen text, late boolean default false
) returns jsonb
language sql set search_path = '' as $$
  select private.confirm_signatory(signatory_id, letter_id, organization_id, seen, late);
  select jsonb_build_object('id', signatory_id);
$$;
comment on function public.confirm_signatory(uuid, uuid, uuid, text, boolean) is 'Says that an organization without an account confirmed the changed text.';

create function public.remove_signatory(signatory_id uuid, letter_id uuid, organization_id uuid) returns jsonb
language sql set search_path = '' as $$
  select private.remove_signatory(signatory_id, letter_id, organization_id);
  select jsonb_build_object('id', signatory_id);
$$;
comment on function public.remove_signatory(uuid, uuid, uuid) is 'Takes off an organization that the lead had entered.';

create function public.choose_signers(organization_id uuid, who text, people uuid[]) returns jsonb
language sql set search_path = '' as $$
  select private.choose_signers(organization_id, who, people);
  select jsonb_build_object('id', organization_id);
$$;
comment on function public.choose_signers(uuid, text, uuid[]) is 'Says who signs letters for an organization.';

grant execute on function
  public.make_letter(uuid, uuid, jsonb),
  public.rewrite_letter(uuid, uuid, jsonb, text),
  public.move_letter(uuid, uuid, jsonb),
  public.show_letter(uuid, uuid, text, text),
  public.close_letter(uuid, uuid, text),
  public.remove_letter(uuid, uuid, text),
  public.tie_letter(uuid, uuid, uuid),
  public.sign_letter(uuid, uuid, text, boolean),
  public.decline_letter(uuid, uuid, text),
  public.withdraw_from_letter(uuid, uuid),
  public.enter_signatory(uuid, uuid, text, jsonb),
  public.confirm_signatory(uuid, uuid, uuid, text, boolean),
  public.remove_signatory(uuid, uuid, uuid),
  public.choose_signers(uuid, text, uuid[])
  to authenticated;
