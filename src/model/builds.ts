/** A closed Go program, identified. */
export interface GoTarget {
  /** Folder that Leakgate was pointed at. Absolute. */
  workingDirectory: string;
  /** Folder with the `go.mod` that holds the main package. Absolute. */
  moduleDirectory: string;
  modulePath: string;
  /** Every module path of the build that counts as the service's own (go.work members). Longest first. */
  ownModules: { path: string; directory: string }[];
  /** Import path of the main package. */
  packagePath: string;
  packageDirectory: string;
  /** `go1.26.8`: the toolchain that really builds it. */
  goVersion: string;
  goRoot: string;
  goModCache: string;
  goArch: string;
}

/** A built program on disk. */
export interface Binary {
  path: string;
  /** From `go tool buildid`: equal IDs mean equal programs. */
  buildId: string;
  durationMs: number;
}

/** A program with the probe linked in. */
export interface ProbeBinary extends Binary {
  wiring: 'goroot' | 'main-package';
  /** Can the collector prove goroutine leaks in this build? */
  leakProof: boolean;
  /** Can't a heap dump kill the service? True before Go 1.26, and later with the runtime's fault taken out by the overlay. */
  heapDumpSafe: boolean;
}
