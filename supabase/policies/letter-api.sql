-- The commands of letters as the API calls them. Each asks private functions, which look at the caller themselves.

create function public.make_letter(organization_id uuid, submission_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return jsonb_build_object('id', private.make_letter(make_letter.organization_id, make_letter.submission_id, make_letter.content));
end $$;
comment on function public.make_letter(uuid, uuid, jsonb) is
  'Begins a letter. A repeated submission answers with the row of the first.';

create function public.rewrite_letter(letter_id uuid, organization_id uuid, content jsonb, seen text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return jsonb_build_object('hash', private.rewrite_letter(
    rewrite_letter.letter_id, rewrite_letter.organization_id, rewrite_letter.content, rewrite_letter.seen
  ));
end $$;
comment on function public.rewrite_letter(uuid, uuid, jsonb, text) is
  'Gives a letter another title and text, over the text whose hash its writer saw.';

create function public.move_letter(letter_id uuid, organization_id uuid, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.move_letter(move_letter.letter_id, move_letter.organization_id, move_letter.content);
  return jsonb_build_object('id', move_letter.letter_id);
end $$;
comment on function public.move_letter(uuid, uuid, jsonb) is
  'Gives a letter other deadlines.';

create function public.show_letter(letter_id uuid, organization_id uuid, audience text, signatory_order text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.show_letter(show_letter.letter_id, show_letter.organization_id, show_letter.audience, show_letter.signatory_order);
  return jsonb_build_object('id', show_letter.letter_id);
end $$;
comment on function public.show_letter(uuid, uuid, text, text) is
  'Says who reads a letter and how its signatories are ordered.';

create function public.close_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.close_letter(close_letter.letter_id, close_letter.organization_id, close_letter.seen);
  return jsonb_build_object('id', close_letter.letter_id);
end $$;
comment on function public.close_letter(uuid, uuid, text) is
  'Closes a letter for good, with the text its lead saw.';

create function public.sign_letter(letter_id uuid, organization_id uuid, seen text, late boolean default false) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return jsonb_build_object('outcome', private.sign_letter(
    sign_letter.letter_id, sign_letter.organization_id, sign_letter.seen, sign_letter.late
  ));
end $$;
comment on function public.sign_letter(uuid, uuid, text, boolean) is
  'Signs a text for an organization, or asks those who sign for it: outcome is signed or asked.';

create function public.decline_letter(letter_id uuid, organization_id uuid, seen text) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.decline_letter(decline_letter.letter_id, decline_letter.organization_id, decline_letter.seen);
  return jsonb_build_object('id', decline_letter.letter_id);
end $$;
comment on function public.decline_letter(uuid, uuid, text) is
  'Answers with no whoever asked for the organization''s signature.';

create function public.withdraw_from_letter(letter_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.withdraw_from_letter(withdraw_from_letter.letter_id, withdraw_from_letter.organization_id);
  return jsonb_build_object('id', withdraw_from_letter.letter_id);
end $$;
comment on function public.withdraw_from_letter(uuid, uuid) is
  'Takes an organization''s signature back.';

create function public.enter_signatory(letter_id uuid, organization_id uuid, seen text, content jsonb) returns jsonb
language plpgsql set search_path = '' as $$
begin
  return jsonb_build_object('id', private.enter_signatory(
    enter_signatory.letter_id, enter_signatory.organization_id, enter_signatory.seen, enter_signatory.content
  ));
end $$;
comment on function public.enter_signatory(uuid, uuid, text, jsonb) is
  'Enters an organization without an account that signed this text.';

create function public.confirm_signatory(
  signatory_id uuid, letter_id uuid, organization_id uuid, seen text, late boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.confirm_signatory(
    confirm_signatory.signatory_id, confirm_signatory.letter_id, confirm_signatory.organization_id, confirm_signatory.seen,
    confirm_signatory.late
  );
  return jsonb_build_object('id', confirm_signatory.signatory_id);
end $$;
comment on function public.confirm_signatory(uuid, uuid, uuid, text, boolean) is
  'Says that an organization without an account confirmed the changed text.';

create function public.remove_signatory(signatory_id uuid, letter_id uuid, organization_id uuid) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.remove_signatory(remove_signatory.signatory_id, remove_signatory.letter_id, remove_signatory.organization_id);
  return jsonb_build_object('id', remove_signatory.signatory_id);
end $$;
comment on function public.remove_signatory(uuid, uuid, uuid) is
  'Takes off an organization that the lead had entered.';

create function public.choose_signers(organization_id uuid, who text, people uuid[]) returns jsonb
language plpgsql set search_path = '' as $$
begin
  perform private.choose_signers(choose_signers.organization_id, choose_signers.who, choose_signers.people);
  return jsonb_build_object('id', choose_signers.organization_id);
end $$;
comment on function public.choose_signers(uuid, text, uuid[]) is
  'Says who signs letters for an organization.';

grant execute on function
  public.make_letter(uuid, uuid, jsonb),
  public.rewrite_letter(uuid, uuid, jsonb, text),
  public.move_letter(uuid, uuid, jsonb),
  public.show_letter(uuid, uuid, text, text),
  public.close_letter(uuid, uuid, text),
  public.sign_letter(uuid, uuid, text, boolean),
  public.decline_letter(uuid, uuid, text),
  public.withdraw_from_letter(uuid, uuid),
  public.enter_signatory(uuid, uuid, text, jsonb),
  public.confirm_signatory(uuid, uuid, uuid, text, boolean),
  public.remove_signatory(uuid, uuid, uuid),
  public.choose_signers(uuid, text, uuid[])
  to authenticated;
