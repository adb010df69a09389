-- SPDX-License-Identifier: Apache-2.0
-- The schema for SQLite, PostgreSQL and Citus alike. Rules: times are BIGINT microseconds UTC; ids come from the
-- application; data tables carry experiment_id and unit_id in every primary key; no triggers, no sequences, foreign
-- keys within the control plane only. {bytes} orders text by its bytes, {data} ends a data table (see migrations.cpp).
-- A statement ends with a semicolon at the end of a line.

-- Control plane: small, read whole.

CREATE TABLE experiments (
    id TEXT{bytes} NOT NULL PRIMARY KEY,
    key TEXT{bytes} NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    hypothesis TEXT NOT NULL,
    project TEXT{bytes} NOT NULL,
    environment TEXT{bytes} NOT NULL,
    status TEXT NOT NULL,
    variants TEXT NOT NULL,
    metrics TEXT NOT NULL,
    target_sample_size BIGINT NOT NULL,
    significance_level DOUBLE PRECISION NOT NULL,
    traffic_allocation DOUBLE PRECISION NOT NULL,
    created_at BIGINT NOT NULL,
    started_at BIGINT,
    stopped_at BIGINT,
    version BIGINT NOT NULL,
    hash TEXT NOT NULL,
    salt TEXT NOT NULL,
    peak_traffic DOUBLE PRECISION NOT NULL,
    imported SMALLINT NOT NULL,
    flag_value TEXT NOT NULL,
    unleash_flag TEXT NOT NULL,
    plan TEXT,
    frozen_plan TEXT,
    owner TEXT NOT NULL,
    tags TEXT NOT NULL,
    enrolment TEXT NOT NULL,
    schedule TEXT NOT NULL,
    segments TEXT NOT NULL,
    evaluated_locally SMALLINT NOT NULL,
    search_text TEXT NOT NULL
);

CREATE TABLE experiment_epochs (
    experiment_id TEXT{bytes} NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    started_at BIGINT NOT NULL,
    allocations TEXT NOT NULL,
    phase INTEGER NOT NULL,
    PRIMARY KEY (experiment_id, number)
);

-- What a report must know of earlier ones: looks taken, first crossings.
CREATE TABLE report_history (
    experiment_id TEXT{bytes} NOT NULL PRIMARY KEY REFERENCES experiments (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- Results as known at their time, never rewritten.
CREATE TABLE series_points (
    experiment_id TEXT{bytes} NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (experiment_id, at)
);

-- What a pass over the units has found, off the write path: histograms, segments, effects by age. Replaced as a whole.
CREATE TABLE unit_passes (
    experiment_id TEXT{bytes} NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
    kind TEXT{bytes} NOT NULL,
    at BIGINT NOT NULL,
    took BIGINT NOT NULL,
    fingerprint TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (experiment_id, kind)
);

-- A project's metrics, defined once and used by many experiments; a change is a new version.
CREATE TABLE metric_definitions (
    project TEXT{bytes} NOT NULL,
    key TEXT{bytes} NOT NULL,
    version BIGINT NOT NULL,
    owner TEXT NOT NULL,
    description TEXT NOT NULL,
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    author TEXT NOT NULL,
    PRIMARY KEY (project, key, version)
);

-- Conditions that many experiments share by name.
CREATE TABLE saved_segments (
    project TEXT{bytes} NOT NULL,
    name TEXT{bytes} NOT NULL,
    description TEXT NOT NULL,
    condition TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (project, name)
);

-- Shares of a project's units that no experiment takes.
CREATE TABLE holdouts (
    project TEXT{bytes} NOT NULL,
    key TEXT{bytes} NOT NULL,
    description TEXT NOT NULL,
    share DOUBLE PRECISION NOT NULL,
    seed TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (project, key)
);

-- What people write beside an experiment: notes of a moment, and the conclusion once it has ended.
CREATE TABLE notes (
    experiment_id TEXT{bytes} NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
    id TEXT{bytes} NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, id)
);

-- How often an experiment has ever entered each status.
CREATE TABLE status_entries (
    status TEXT{bytes} NOT NULL PRIMARY KEY,
    entries BIGINT NOT NULL
);

-- Row 1 grows with every change of an experiment or key, and with row 2, which grows when assignments have been removed
-- that processes may remember. Row 3 holds a time: what users did before it may have been removed.
-- Row 4, where users' ids are pseudonyms, tells their key from others (core/storage/people/pseudonymkey.h).
CREATE TABLE change_token (
    id SMALLINT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

INSERT INTO change_token (id, value) VALUES (1, 1);
INSERT INTO change_token (id, value) VALUES (2, 0);
INSERT INTO change_token (id, value) VALUES (3, 0);

-- Each entry's hash is over the one before and its own content (core/storage/control/auditchain.h).
CREATE TABLE audit_log (
    id TEXT{bytes} NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    experiment_id TEXT{bytes} NOT NULL,
    changes TEXT NOT NULL,
    reason TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX audit_log_of_experiment ON audit_log (experiment_id, id);

-- One row: the newest entry. Entries are written one after the other under its lock.
CREATE TABLE audit_head (
    id SMALLINT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    hash TEXT NOT NULL
);

INSERT INTO audit_head (id, number, hash) VALUES (1, 0, '');

CREATE TABLE keys (
    id TEXT{bytes} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    project TEXT NOT NULL,
    environment TEXT NOT NULL,
    hash TEXT{bytes} NOT NULL UNIQUE,
    prefix TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    client_key TEXT{bytes} NOT NULL
);

-- Who is told by HTTP what happens to experiments; events is a JSON list.
CREATE TABLE webhooks (
    id TEXT{bytes} NOT NULL PRIMARY KEY,
    project TEXT{bytes} NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret TEXT NOT NULL,
    description TEXT NOT NULL,
    enabled SMALLINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- What is told once only: the first crossing, a breach, a mismatch.
CREATE TABLE webhook_occasions (
    experiment_id TEXT{bytes} NOT NULL,
    event TEXT{bytes} NOT NULL,
    subject TEXT{bytes} NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, event, subject)
);

-- Written in the transaction of what they tell of; sent by whichever instance claims them first. state: pending,
-- delivered, dead.
CREATE TABLE webhook_deliveries (
    id TEXT{bytes} NOT NULL PRIMARY KEY,
    webhook_id TEXT{bytes} NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT{bytes} NOT NULL,
    created_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    answer TEXT NOT NULL
);

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (state, next_attempt_at);
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook_id, id);

-- One row for each process that writes moments; 0 has none and takes over from those that are gone.
CREATE TABLE writers (
    id BIGINT NOT NULL PRIMARY KEY,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);

-- Data plane: as large as the traffic.

-- The first assignment of a unit, which never changes. forced: 0 for units that are analysed, else why they are not
-- (core/domain/leftout.h). Where exposures are explicit a unit
-- is analysed from its first exposure on. shown: the variant a client says it showed, another one than ours once there
-- was one. merged: 1 for a unit that several ids were joined to, 2 where they had several variants.
CREATE TABLE assignments (
    experiment_id TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    variant SMALLINT NOT NULL,
    epoch INTEGER NOT NULL,
    assigned_at BIGINT NOT NULL,
    forced SMALLINT NOT NULL,
    context TEXT NOT NULL,
    exposed_at BIGINT,
    exposed_epoch INTEGER,
    shown SMALLINT,
    merged SMALLINT,
    PRIMARY KEY (experiment_id, unit_id)
){data};

-- Idempotency, apart from the events so that these can be partitioned by time. Only events that carry an id; of
-- user_events with their scope for an experiment. history: 1 for one that an experiment counts as what its unit did
-- before the exposure, and that is not in `events`.
CREATE TABLE event_ids (
    experiment_id TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    event_id TEXT{bytes} NOT NULL,
    history SMALLINT,
    PRIMARY KEY (experiment_id, unit_id, event_id)
){data};

-- Raw events: what everything can be recomputed from. In the order of their arrival, so that a batch of any units
-- writes to few pages.
CREATE TABLE events (
    experiment_id TEXT{bytes} NOT NULL,
    received_at BIGINT NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    id BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    event_name TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    occurred_at BIGINT NOT NULL,
    variant SMALLINT NOT NULL,
    properties TEXT NOT NULL,
    by_unit SMALLINT,
    PRIMARY KEY (experiment_id, received_at, unit_id, id)
){data};

-- Where exposures are explicit, by_unit is 1 and the events of a unit are looked for once it is exposed. Others have no
-- entry, and so no random page to write.
CREATE INDEX events_by_unit ON events (unit_id, experiment_id) WHERE by_unit IS NOT NULL;

-- For what happened after a stop, but was received before: clients' clocks may be ahead. These are few.
CREATE INDEX events_ahead ON events (experiment_id, occurred_at) WHERE occurred_at > received_at;

-- What is known of one unit under one metric; limbs as in core/domain/moments.h. From before its exposure: under
-- covariatePosition() of the metric (core/domain/experiment.h).
CREATE TABLE unit_totals (
    experiment_id TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    metric SMALLINT NOT NULL,
    count BIGINT NOT NULL,
    sum_0 BIGINT NOT NULL,
    sum_1 BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, unit_id, metric)
){data};

-- For metrics whose value follows from when events were: how many events of a unit stand at a moment. Active days: step
-- 0, `at` the UTC day; funnels: the step, `at` the time.
CREATE TABLE unit_marks (
    experiment_id TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    metric SMALLINT NOT NULL,
    step SMALLINT NOT NULL,
    at BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, unit_id, metric, step, at)
){data};

-- Sums over units; a report adds the writers' rows up.
CREATE TABLE moments (
    experiment_id TEXT{bytes} NOT NULL,
    variant SMALLINT NOT NULL,
    metric SMALLINT NOT NULL,
    day INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    writer BIGINT NOT NULL,
    units BIGINT NOT NULL,
    converted BIGINT NOT NULL,
    count BIGINT NOT NULL,
    count_sq_0 BIGINT NOT NULL,
    count_sq_1 BIGINT NOT NULL,
    sum_0 BIGINT NOT NULL,
    sum_1 BIGINT NOT NULL,
    sum_sq_0 BIGINT NOT NULL,
    sum_sq_1 BIGINT NOT NULL,
    sum_sq_2 BIGINT NOT NULL,
    sum_sq_3 BIGINT NOT NULL,
    cross_0 BIGINT NOT NULL,
    cross_1 BIGINT NOT NULL,
    cross_2 BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, variant, metric, day, epoch, writer)
){data};

CREATE INDEX moments_of_writer ON moments (writer);

-- The same for units with a covariate x from before the exposure: its sum and squares, its products with value and
-- count, and the moments of these.
CREATE TABLE covariate_moments (
    experiment_id TEXT{bytes} NOT NULL,
    variant SMALLINT NOT NULL,
    metric SMALLINT NOT NULL,
    day INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    writer BIGINT NOT NULL,
    has_history SMALLINT NOT NULL,
    units BIGINT NOT NULL,
    x_0 BIGINT NOT NULL,
    x_1 BIGINT NOT NULL,
    x_sq_0 BIGINT NOT NULL,
    x_sq_1 BIGINT NOT NULL,
    x_sq_2 BIGINT NOT NULL,
    x_sq_3 BIGINT NOT NULL,
    x_sum_0 BIGINT NOT NULL,
    x_sum_1 BIGINT NOT NULL,
    x_sum_2 BIGINT NOT NULL,
    x_sum_3 BIGINT NOT NULL,
    x_count_0 BIGINT NOT NULL,
    x_count_1 BIGINT NOT NULL,
    x_count_2 BIGINT NOT NULL,
    x_conv_0 BIGINT NOT NULL,
    x_conv_1 BIGINT NOT NULL,
    converted BIGINT NOT NULL,
    count BIGINT NOT NULL,
    count_sq_0 BIGINT NOT NULL,
    count_sq_1 BIGINT NOT NULL,
    sum_0 BIGINT NOT NULL,
    sum_1 BIGINT NOT NULL,
    sum_sq_0 BIGINT NOT NULL,
    sum_sq_1 BIGINT NOT NULL,
    sum_sq_2 BIGINT NOT NULL,
    sum_sq_3 BIGINT NOT NULL,
    cross_0 BIGINT NOT NULL,
    cross_1 BIGINT NOT NULL,
    cross_2 BIGINT NOT NULL,
    PRIMARY KEY (experiment_id, variant, metric, day, epoch, writer, has_history)
){data};

CREATE INDEX covariate_moments_of_writer ON covariate_moments (writer);

-- What users did, told without an experiment; scope is `project/environment`. By user, so that an exposure finds what
-- came before it. An event that counts in an experiment is copied to its `events` under the same time and number.
CREATE TABLE user_events (
    scope TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    received_at BIGINT NOT NULL,
    id BIGINT NOT NULL,
    event_id TEXT NOT NULL,
    event_name TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    occurred_at BIGINT NOT NULL,
    properties TEXT NOT NULL,
    PRIMARY KEY (scope, unit_id, received_at, id)
){data};

-- The unit that an anonymous id turned out to be.
CREATE TABLE identities (
    project TEXT{bytes} NOT NULL,
    anonymous_id TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (project, anonymous_id)
){data};

CREATE INDEX identities_of_unit ON identities (project, unit_id);
CREATE INDEX identities_by_time ON identities (linked_at);
