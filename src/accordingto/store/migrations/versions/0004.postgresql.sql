DROP INDEX ix_statements_report_key
-- next
CREATE INDEX ix_statements_report_key_form_unnamed ON statements (report_key, form, unnamed)
-- next
DROP INDEX ix_statement_actors_actor
-- next
CREATE INDEX ix_statement_actors_actor_role_statement_key ON statement_actors (actor, role, statement_key)
-- next
DROP INDEX ix_statement_places_gazetteer_id
-- next
CREATE INDEX ix_statement_places_gazetteer_id_statement_key ON statement_places (gazetteer_id, statement_key)
-- next
DROP INDEX ix_reports_published_day
-- next
CREATE INDEX ix_reports_published_day_key ON reports (published_day, key)
