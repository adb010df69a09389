// SPDX-License-Identifier: Apache-2.0
// What applications of the service that this one replaces do.
import axios from 'axios';

const [, , url, experimentId] = process.argv;
const response = await axios.post(`${url}/api/v1/experiments/${experimentId}/assign`, {
  user_id: 'user123',
  context: { country: 'US' },
});
const variant = response.data.variant;
await axios.post(`${url}/api/v1/experiments/${experimentId}/track`, {
  user_id: 'user123',
  event_name: 'conversion',
  value: 1.0,
});
console.log(variant);
