-- SPDX-License-Identifier: Apache-2.0
-- What is known of a unit under four positions becomes one row (core/storage/units/totalsrow.h): what an event adds to its
-- metric and to "any of the conversions" is found and written once, and the table and its index are smaller.

ALTER TABLE unit_totals RENAME TO unit_totals_by_metric;

CREATE TABLE unit_totals (
    experiment_id TEXT{bytes} NOT NULL,
    unit_id TEXT{bytes} NOT NULL,
    part SMALLINT NOT NULL,
    count_0 BIGINT,
    sum_0_0 BIGINT,
    sum_0_1 BIGINT,
    count_1 BIGINT,
    sum_1_0 BIGINT,
    sum_1_1 BIGINT,
    count_2 BIGINT,
    sum_2_0 BIGINT,
    sum_2_1 BIGINT,
    count_3 BIGINT,
    sum_3_0 BIGINT,
    sum_3_1 BIGINT,
    PRIMARY KEY (experiment_id, unit_id, part)
){data};

{sqlite}
-- Row by row, in the order of both tables: nothing is gathered in memory.
INSERT INTO unit_totals
SELECT experiment_id, unit_id, part,
    CASE WHEN slot = 0 THEN count END, CASE WHEN slot = 0 THEN sum_0 END, CASE WHEN slot = 0 THEN sum_1 END,
    CASE WHEN slot = 1 THEN count END, CASE WHEN slot = 1 THEN sum_0 END, CASE WHEN slot = 1 THEN sum_1 END,
    CASE WHEN slot = 2 THEN count END, CASE WHEN slot = 2 THEN sum_0 END, CASE WHEN slot = 2 THEN sum_1 END,
    CASE WHEN slot = 3 THEN count END, CASE WHEN slot = 3 THEN sum_0 END, CASE WHEN slot = 3 THEN sum_1 END
FROM (SELECT experiment_id, unit_id, count, sum_0, sum_1,
        CASE WHEN metric >= -1 THEN (metric + 1) / 4 ELSE -1 - (-16 - metric) / 4 END AS part,
        CASE WHEN metric >= -1 THEN (metric + 1) % 4 ELSE (-16 - metric) % 4 END AS slot
    FROM unit_totals_by_metric ORDER BY experiment_id, unit_id, metric) AS placed
WHERE 1 = 1
ON CONFLICT (experiment_id, unit_id, part) DO UPDATE SET
    count_0 = COALESCE(count_0, excluded.count_0), sum_0_0 = COALESCE(sum_0_0, excluded.sum_0_0), sum_0_1 = COALESCE(sum_0_1, excluded.sum_0_1),
    count_1 = COALESCE(count_1, excluded.count_1), sum_1_0 = COALESCE(sum_1_0, excluded.sum_1_0), sum_1_1 = COALESCE(sum_1_1, excluded.sum_1_1),
    count_2 = COALESCE(count_2, excluded.count_2), sum_2_0 = COALESCE(sum_2_0, excluded.sum_2_0), sum_2_1 = COALESCE(sum_2_1, excluded.sum_2_1),
    count_3 = COALESCE(count_3, excluded.count_3), sum_3_0 = COALESCE(sum_3_0, excluded.sum_3_0), sum_3_1 = COALESCE(sum_3_1, excluded.sum_3_1);

{postgres}
INSERT INTO unit_totals
SELECT experiment_id, unit_id, part,
    MAX(CASE WHEN slot = 0 THEN count END), MAX(CASE WHEN slot = 0 THEN sum_0 END), MAX(CASE WHEN slot = 0 THEN sum_1 END),
    MAX(CASE WHEN slot = 1 THEN count END), MAX(CASE WHEN slot = 1 THEN sum_0 END), MAX(CASE WHEN slot = 1 THEN sum_1 END),
    MAX(CASE WHEN slot = 2 THEN count END), MAX(CASE WHEN slot = 2 THEN sum_0 END), MAX(CASE WHEN slot = 2 THEN sum_1 END),
    MAX(CASE WHEN slot = 3 THEN count END), MAX(CASE WHEN slot = 3 THEN sum_0 END), MAX(CASE WHEN slot = 3 THEN sum_1 END)
FROM (SELECT experiment_id, unit_id, count, sum_0, sum_1,
        CASE WHEN metric >= -1 THEN (metric + 1) / 4 ELSE -1 - (-16 - metric) / 4 END AS part,
        CASE WHEN metric >= -1 THEN (metric + 1) % 4 ELSE (-16 - metric) % 4 END AS slot
    FROM unit_totals_by_metric) AS placed
GROUP BY experiment_id, unit_id, part
ORDER BY experiment_id, unit_id, part;

{both}
DROP TABLE unit_totals_by_metric;

{postgres}
ALTER INDEX unit_totals_pkey1 RENAME TO unit_totals_pkey;

ANALYZE unit_totals;
