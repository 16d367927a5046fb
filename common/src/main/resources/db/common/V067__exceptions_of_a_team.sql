-- Whose an exception is by itself, such as the published owner of a state that lasts too long: it goes before the route of its
-- class. Null where the class decides.
alter table exception add column team text;
