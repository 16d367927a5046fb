-- The first steps of a kind are found in their order, without looking at all that are due.
create index step_next on step (kind, due_at, seq) where state = 'DUE' and attempts = 0;
