import { frameResolver, type FrameResolver } from '../../../src/pprof/frames.ts';

/** The recorded builds of `fixtures/pprof/shop`: own and standard wiring of the probe, with and without `-trimpath`. */
export const builds = ['go1.24', 'go1.26', 'go1.26-trimpath', 'go1.27'] as const;

export type Build = (typeof builds)[number];

const toolchains = '/root/go/pkg/mod/golang.org/toolchain@v0.0.1-';
const goRoots: Record<Build, string> = {
  'go1.24': `${toolchains}go1.24.11.linux-amd64`,
  'go1.26': '/usr/local/go',
  'go1.26-trimpath': '/usr/local/go',
  'go1.27': `${toolchains}go1.27.0.linux-amd64`,
};

/** Resolves frames of that build, which was recorded at `/srv/shop`. */
export function shopFrames(build: Build): FrameResolver {
  const target = {
    workingDirectory: '/srv/shop',
    moduleDirectory: '/srv/shop',
    modulePath: 'example.com/shop',
    ownModules: [{ path: 'example.com/shop', directory: '/srv/shop' }],
    packagePath: 'example.com/shop',
    packageDirectory: '/srv/shop',
    goVersion: build,
    goRoot: goRoots[build],
    goModCache: '/root/go/pkg/mod',
    goArch: 'amd64',
  };
  return frameResolver(target, '/srv/shop');
}
