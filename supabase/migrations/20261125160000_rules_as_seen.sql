-- Of how a series repeats its readers are told what the occurrences they see bear out (private.rules_of).

alter table public.gathering_series drop column told_rule;
