-- SPDX-License-Identifier: Apache-2.0
-- Raw events are kept for a time. Before they go, what they count for is sealed: totals = sealed sums + what the events
-- that are still there count for, to the bit. On PostgreSQL a month of them is a partition, dropped when it is empty.

-- What events that are gone count for, by unit and metric as in unit_totals; of metrics that keep marks, how many events
-- stood at each mark as in unit_marks (step -1: no mark). It is as it was when they were sealed.
CREATE TABLE sealed_sums (
    experiment_id TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    metric SMALLINT NOT NULL,
    step SMALLINT NOT NULL,
    at BIGINT NOT NULL,
    count BIGINT NOT NULL,
    sum_0 BIGINT NOT NULL,
    sum_1 BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, unit_id, metric, step, at)
){data};

-- Row 5 holds a time: events that arrived before it may have been sealed.
INSERT INTO change_token (id, value) VALUES (5, 0);

-- The events that are there, and those of this month, stay where they are. What fits no month (clocks may be wrong) has
-- a place as well: nothing is refused.
{postgres}
ALTER TABLE events RENAME TO events_first;
ALTER INDEX events_pkey RENAME TO events_first_pkey;
ALTER INDEX events_by_unit RENAME TO events_first_by_unit;
ALTER INDEX events_ahead RENAME TO events_first_ahead;

CREATE TABLE events (LIKE events_first INCLUDING DEFAULTS) PARTITION BY RANGE (received_at);
ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY (experiment_id, received_at, unit_id, id);
CREATE INDEX events_by_unit ON events (unit_id, experiment_id) WHERE by_unit IS NOT NULL;
CREATE INDEX events_ahead ON events (experiment_id, occurred_at) WHERE occurred_at > received_at;

CREATE TABLE events_other PARTITION OF events DEFAULT;

WITH ahead AS (DELETE FROM events_first WHERE received_at >= CAST(EXTRACT(EPOCH FROM
    date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month') AS BIGINT) * 1000000 RETURNING *)
    INSERT INTO events SELECT * FROM ahead;

ALTER TABLE events ATTACH PARTITION events_first FOR VALUES FROM (MINVALUE) TO (CAST(EXTRACT(EPOCH FROM
    date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month') AS BIGINT) * 1000000);
