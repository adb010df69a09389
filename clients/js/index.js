// SPDX-License-Identifier: Apache-2.0
// Variants and events of the experimentation service. No dependencies; browsers and Node 18 or later.

const DEFAULTS = {
  batchSize: 50, // events sent in one request
  flushInterval: 2000, // milliseconds an event waits for company
  maxQueue: 10000, // events kept while the service is away; then the oldest go
  maxKnown: 10000, // assignments kept; of more the oldest are asked for again
  retryDelay: 500, // milliseconds before the first repetition; doubled each time, with jitter
  maxRetryDelay: 60000,
  timeout: 5000, // milliseconds for one request
};
const BEACON_BYTES = 60000; // browsers refuse beacons above 64 KiB

function randomId() {
  const crypto = globalThis.crypto;
  if (crypto?.randomUUID) return crypto.randomUUID();
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 10)).join('-');
}

const beaconOf = (items) => new Blob([JSON.stringify({ events: items.map((item) => item.event) })], { type: 'application/json' });

/** A status that a repetition may change. */
const mayPass = (status) => status === 408 || status === 429 || status >= 500;

export class ExperimentationError extends Error {
  constructor(message, status, problem) {
    super(message);
    this.name = 'ExperimentationError';
    this.status = status;
    this.problem = problem;
  }
}

export class ExperimentationClient {
  #options;
  #queue = [];
  #timer = null;
  #sending = null;
  #failures = 0;
  #assignments = new Map();
  #beaconed = new WeakSet();
  #onLeave = () => this.#sendBeacons(); // the page may still count as visible
  #onHide = () => globalThis.document?.visibilityState !== 'visible' && this.#sendBeacons();
  #onOnline = () => this.flush();

  constructor(options) {
    if (!options?.baseUrl) throw new TypeError('baseUrl is needed, such as https://experiments.example');
    this.#options = { storageKey: 'experimentation-events', onError: () => {}, ...DEFAULTS, ...options };
    this.#options.baseUrl = this.#options.baseUrl.replace(/\/+$/, '');
    this.#restore();
    globalThis.addEventListener?.('pagehide', this.#onLeave);
    globalThis.addEventListener?.('online', this.#onOnline);
    globalThis.document?.addEventListener?.('visibilitychange', this.#onHide);
    if (this.#queue.length) this.#schedule(0);
  }

  /** Events that have not reached the service yet. */
  get pending() {
    return this.#queue.length;
  }

  /**
   * The variant of a user. Never rejects: when the service does not answer, `fallback` is the variant and `error` says
   * why. An answer is kept, so that asking again costs nothing.
   */
  async getVariant(experiment, userId, { context, fallback = null } = {}) {
    const key = JSON.stringify([experiment, userId]);
    const known = this.#assignments.get(key);
    if (known) return known;
    try {
      const body = context === undefined ? { user_id: userId } : { user_id: userId, context };
      const answer = await this.#post(`/api/v1/experiments/${encodeURIComponent(experiment)}/assign`, body);
      const assignment = {
        variant: answer.in_experiment ? answer.variant : fallback,
        config: answer.config,
        inExperiment: answer.in_experiment,
        reason: answer.reason,
      };
      if (answer.in_experiment) this.#remember(key, assignment);
      return assignment;
    } catch (error) {
      this.#options.onError(error);
      return { variant: fallback, config: {}, inExperiment: false, reason: 'error', error };
    }
  }

  /** A server sees ever new users: what is kept has a bound. */
  #remember(key, assignment) {
    if (this.#assignments.size >= this.#options.maxKnown) this.#assignments.delete(this.#assignments.keys().next().value);
    this.#assignments.set(key, assignment);
  }

  /** Puts an event in line. It is sent with others, repeated until the service has it, and counted once. */
  track(experiment, userId, eventName, { value, timestamp } = {}) {
    const event = { user_id: userId, event_name: eventName, event_id: randomId() };
    if (value !== undefined) event.value = value;
    // A Date has no microseconds: what follows an assignment within its millisecond must not lie before it.
    event.timestamp = (timestamp ?? new Date(Date.now() + 1)).toISOString();
    if (this.#queue.length >= this.#options.maxQueue) this.#queue.shift();
    this.#queue.push({ experiment, event });
    this.#store();
    const waiting = this.#failures > 0; // a repetition is due already
    if (!waiting && this.#queue.length >= this.#options.batchSize) this.flush();
    else this.#schedule(this.#options.flushInterval);
  }

  /** Sends what waits; resolves to true once nothing is left. */
  async flush() {
    this.#sending ??= this.#drain().finally(() => (this.#sending = null));
    return this.#sending;
  }

  /** Sends what waits and stops all timers. */
  async close() {
    globalThis.removeEventListener?.('pagehide', this.#onLeave);
    globalThis.removeEventListener?.('online', this.#onOnline);
    globalThis.document?.removeEventListener?.('visibilitychange', this.#onHide);
    const done = await this.flush();
    clearTimeout(this.#timer);
    this.#timer = null;
    return done;
  }

  async #drain() {
    clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#queue.length) {
      const batch = this.#nextBatch(this.#options.batchSize);
      try {
        const events = batch.map((item) => item.event);
        const answer = await this.#post(this.#trackPath(batch[0].experiment), { events });
        this.#forget(batch);
        answer.results?.forEach((result, i) => {
          if (!result.ok) this.#options.onError(new ExperimentationError(result.error.message, 200, { ...result.error, event: events[i] }));
        });
      } catch (error) {
        this.#options.onError(error);
        if (error.status && !mayPass(error.status)) {
          this.#forget(batch); // asking again would not help
          continue;
        }
        const delay = Math.min(this.#options.retryDelay * 2 ** this.#failures++, this.#options.maxRetryDelay);
        this.#schedule(Math.max(delay * (0.5 + Math.random() / 2), error.retryAfter ?? 0));
        return false;
      }
    }
    return true;
  }

  /** The oldest event and those of the same experiment. */
  #nextBatch(most) {
    const experiment = this.#queue[0].experiment;
    return this.#queue.filter((item) => item.experiment === experiment).slice(0, most);
  }

  #forget(batch) {
    const sent = new Set(batch);
    this.#queue = this.#queue.filter((item) => !sent.has(item));
    this.#failures = 0;
    this.#store();
  }

  #trackPath(experiment) {
    return `/api/v1/experiments/${encodeURIComponent(experiment)}/track:batch`;
  }

  /** The page goes away: the browser sends these without us, each once. They stay in line, as no answer comes; ids make them count once. */
  #sendBeacons() {
    const navigator = globalThis.navigator;
    if (!navigator?.sendBeacon || this.#options.token) return; // a beacon carries no token
    const waiting = this.#queue.filter((item) => !this.#beaconed.has(item));
    for (const experiment of new Set(waiting.map((item) => item.experiment))) {
      let items = waiting.filter((item) => item.experiment === experiment);
      while (items.length) {
        let some = items;
        let blob = beaconOf(some);
        while (blob.size > BEACON_BYTES && some.length > 1) blob = beaconOf((some = some.slice(0, Math.ceil(some.length / 2))));
        if (!navigator.sendBeacon(this.#options.baseUrl + this.#trackPath(experiment), blob)) return;
        for (const item of some) this.#beaconed.add(item);
        items = items.slice(some.length);
      }
    }
  }

  #schedule(delay) {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.flush();
    }, delay);
    this.#timer.unref?.(); // Node may end; close() sends the rest
  }

  /** Survives a reload where there is a localStorage. */
  #store() {
    try {
      globalThis.localStorage?.setItem(this.#options.storageKey, JSON.stringify(this.#queue));
    } catch {
      // full or forbidden: the queue in memory is enough
    }
  }

  #restore() {
    try {
      const kept = JSON.parse(globalThis.localStorage?.getItem(this.#options.storageKey) ?? '[]');
      if (Array.isArray(kept)) this.#queue = kept.filter((item) => item?.experiment && item?.event).slice(-this.#options.maxQueue);
    } catch {
      // not ours
    }
  }

  async #post(path, body) {
    const headers = { 'Content-Type': 'application/json' };
    if (this.#options.token) headers.Authorization = `Bearer ${this.#options.token}`;
    const response = await (this.#options.fetch ?? globalThis.fetch)(this.#options.baseUrl + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(this.#options.timeout),
    });
    const answer = await response.json().catch(() => null);
    if (response.ok && answer) return answer;
    const error = new ExperimentationError(answer?.detail ?? `The service answered ${response.status}`, response.ok ? 502 : response.status, answer);
    const seconds = Number(response.headers.get('Retry-After'));
    if (seconds > 0) error.retryAfter = seconds * 1000;
    throw error;
  }
}
