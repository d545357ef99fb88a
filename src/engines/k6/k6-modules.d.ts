/** The part of k6's own modules that the script uses. */

declare module 'k6' {
  export function sleep(seconds: number): void;
}

declare module 'k6/encoding' {
  export function b64decode(text: string): ArrayBuffer;
}

declare module 'k6/execution' {
  const execution: {
    /** Distinct over all users of all instances, from 0. */
    scenario: { readonly iterationInTest: number };
    test: { abort(message: string): void };
  };
  export default execution;
}

declare module 'k6/http' {
  export interface Response {
    /** 0 where there is no answer. */
    status: number;
    /** 0 where nothing went wrong. */
    error_code: number;
    /** `HTTP/1.1` or `HTTP/2.0` */
    proto: string;
    /** In milliseconds. */
    timings: { blocked: number; connecting: number; tls_handshaking: number; duration: number };
  }
  const http: {
    request(
      method: string,
      url: string,
      body: string | ArrayBuffer | null,
      params: { headers: Record<string, string>; timeout: number; redirects: number; responseType: 'none' },
    ): Response;
  };
  export default http;
}

declare module 'k6/metrics' {
  class Metric {
    constructor(name: string, isTime?: boolean);
    add(value: number): void;
  }
  export class Counter extends Metric {}
  export class Gauge extends Metric {}
  export class Trend extends Metric {}
}

/** Reads a file beside the script, before the first request. */
declare function open(path: string): string;
// oxlint-disable-next-line no-underscore-dangle -- k6 calls it so
declare const __ENV: Record<string, string | undefined>;
