# SPDX-License-Identifier: Apache-2.0
# The Quick Start: ./xp run prints it, README.md shows it, ./xp run --check runs it and compares with the "#=>" lines.
# 1. Create an experiment: two variants, shown to one user in five.
curl -X POST http://127.0.0.1:8000/api/v1/experiments -H "Authorization: Bearer dev-admin-token" \
  -H "Content-Type: application/json" -d '{
    "name": "Homepage layout", "description": "The new homepage", "hypothesis": "It is clicked more often",
    "variants": [{"name": "control", "allocation": 0.5, "config": {}},
                 {"name": "new-layout", "allocation": 0.5, "config": {"layout": "v2"}}],
    "metrics": ["page_view", "click", "conversion"],
    "target_sample_size": 1000, "significance_level": 0.05, "traffic_allocation": 0.2}'
#=> 201 "key":"homepage-layout" "status":"draft"

# 2. Start it. Its key, made from its name, does as well as its id.
curl -X POST http://127.0.0.1:8000/api/v1/experiments/homepage-layout/start -H "Authorization: Bearer dev-admin-token"
#=> 200 "status":"running"

# 3. Assign users until one of them is let in; for the others "variant" is null and "reason" is "traffic".
for user in user{123..222}; do
  answer=$(curl -s -X POST http://127.0.0.1:8000/api/v1/experiments/homepage-layout/assign \
    -H "Content-Type: application/json" -d "{\"user_id\": \"$user\"}")
  echo "$answer"
  case $answer in *'"in_experiment":true'*) break ;; esac
done
#=> 200 "in_experiment":true "reason":"split"

# 4. Track what that user did.
curl -X POST http://127.0.0.1:8000/api/v1/experiments/homepage-layout/track \
  -H "Content-Type: application/json" -d "{\"user_id\": \"$user\", \"event_name\": \"conversion\", \"value\": 1.0}"
#=> 200 "message" "variant"

# 5. Ask how it stands.
curl http://127.0.0.1:8000/api/v1/experiments/homepage-layout/stats
#=> 200 "control_variant":"control" "total_conversions":1 "recommendation"
