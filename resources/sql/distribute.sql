-- SPDX-License-Identifier: Apache-2.0
-- Spreads the tables of xp-service over the workers of a Citus cluster (11 or later). Once, on the coordinator, after
-- the first start of xp-service has made the tables and while it does not run:
--   psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f distribute.sql
-- Nothing else changes: the service is given the coordinator's URL. Run ANALYZE after an import of many rows; without
-- it plans are made for empty tables.

BEGIN;

-- Small and read whole: a copy on every worker. Those referred to come first.
SELECT create_reference_table('experiments');
SELECT create_reference_table('experiment_epochs');
SELECT create_reference_table('report_history');
SELECT create_reference_table('series_points');
SELECT create_reference_table('unit_passes');
SELECT create_reference_table('metric_definitions');
SELECT create_reference_table('notes');
SELECT create_reference_table('status_entries');
SELECT create_reference_table('change_token');
SELECT create_reference_table('audit_log');
SELECT create_reference_table('audit_head');
SELECT create_reference_table('holdouts');
SELECT create_reference_table('keys');
SELECT create_reference_table('saved_segments');
SELECT create_reference_table('webhooks');
SELECT create_reference_table('webhook_occasions');
SELECT create_reference_table('webhook_deliveries');
SELECT create_reference_table('writers');

-- As large as the traffic: by unit, so that what is known of one unit is in one place, however popular its experiment.
SELECT create_distributed_table('assignments', 'unit_id');
SELECT create_distributed_table('event_ids', 'unit_id', colocate_with => 'assignments');
SELECT create_distributed_table('events', 'unit_id', colocate_with => 'assignments');
SELECT create_distributed_table('sealed_sums', 'unit_id', colocate_with => 'assignments');
SELECT create_distributed_table('unit_marks', 'unit_id', colocate_with => 'assignments');
SELECT create_distributed_table('unit_totals', 'unit_id', colocate_with => 'assignments');
SELECT create_distributed_table('user_events', 'unit_id', colocate_with => 'assignments');
SELECT create_distributed_table('identities', 'anonymous_id', colocate_with => 'none');

-- Sums have no unit.
SELECT create_distributed_table('moments', 'experiment_id', colocate_with => 'none');
SELECT create_distributed_table('covariate_moments', 'experiment_id', colocate_with => 'moments');

COMMIT;

ANALYZE;
