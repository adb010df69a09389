-- SPDX-License-Identifier: Apache-2.0
-- Unleash has a database of its own on the same server.
CREATE DATABASE unleash;
