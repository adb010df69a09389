// SPDX-License-Identifier: Apache-2.0
export interface ExperimentationOptions {
  /** Where the service is, such as https://experiments.example */
  baseUrl: string;
  /** A client key; without one the service must allow assign and track to everybody (its default). */
  token?: string;
  batchSize?: number;
  flushInterval?: number;
  maxQueue?: number;
  /** Assignments kept, so that they are not asked for again. */
  maxKnown?: number;
  retryDelay?: number;
  maxRetryDelay?: number;
  timeout?: number;
  /** Under which the browser keeps events that wait. */
  storageKey?: string;
  /** Hears of everything that went wrong; nothing is thrown. */
  onError?: (error: unknown) => void;
  fetch?: typeof fetch;
}

export interface Assignment {
  variant: string | null;
  config: Record<string, unknown>;
  inExperiment: boolean;
  reason: string;
  error?: unknown;
}

export class ExperimentationError extends Error {
  readonly status: number;
  readonly problem: unknown;
  readonly retryAfter?: number;
}

export class ExperimentationClient {
  constructor(options: ExperimentationOptions);
  readonly pending: number;
  getVariant(
    experiment: string,
    userId: string,
    options?: { context?: Record<string, unknown>; fallback?: string | null },
  ): Promise<Assignment>;
  track(experiment: string, userId: string, eventName: string, options?: { value?: number; timestamp?: Date }): void;
  flush(): Promise<boolean>;
  close(): Promise<boolean>;
}
