// SPDX-License-Identifier: Apache-2.0
// A Backstage backend with nothing but the proxy.
const { createBackend } = require('@backstage/backend-defaults');

const backend = createBackend();
backend.add(import('@backstage/plugin-proxy-backend'));
backend.start();
