import type { Frame, Site } from '../model.ts';
import { isStandard } from './frames.ts';

/** The text of a line of the repository, untrimmed; undefined when the file or the line isn't there. */
export type SourceReader = (file: string, line: number) => string | undefined;

/** Frames a report needs at most: deep recursions would fill it otherwise. */
const reportedFrames = 24;

/**
 * The frame to point at: the innermost one of the service's own code. A leak inside a dependency has none; then the
 * innermost one outside of the standard library, and if there is none either, the innermost of all. What lies beyond the accept loop
 * only started the server: it isn't what allocates for a connection.
 */
export function pointedFrame(stack: readonly Frame[]): Frame | undefined {
  const serve = stack.findIndex((frame) => frame.function === 'net/http.(*Server).Serve');
  const candidates = serve === -1 ? stack : stack.slice(0, serve);
  return candidates.find((frame) => frame.own) ?? candidates.find((frame) => !isStandard(frame)) ?? stack[0];
}

/** The line that a finding about `stack` (innermost first) points at. The stack must not be empty. */
export function siteOf(stack: readonly Frame[], source: SourceReader): Site {
  const frame = pointedFrame(stack);
  if (frame === undefined) throw new RangeError('A site needs at least one frame.');
  return siteAt(frame, stack, source);
}

/** A site at a frame that was chosen already. */
export function siteAt(frame: Frame, stack: readonly Frame[], source: SourceReader): Site {
  const text = frame.own ? source(frame.file, frame.line)?.trim() : undefined;
  return {
    function: frame.function,
    file: frame.file,
    line: frame.line,
    ...(text !== undefined && text !== '' && { source: text }),
    stack: stack.slice(0, reportedFrames),
  };
}

/**
 * Names a site apart from others and the same in the next commit, where lines have moved: function and source text.
 * Without the text (code of a dependency) the file and line stand in: they move only with the dependency's version.
 */
export function siteId(site: Site): string {
  return `${site.function}/${site.source ?? `${site.file}:${site.line}`}`;
}
