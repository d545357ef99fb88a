import { LeakgateError } from './errors.ts';
import type { FinishedRun } from './host/workflow-run.ts';
import type { Aggregate, Report } from './model.ts';
import { aggregateComment, boundedReport, parseAggregate, parseReport, prComment } from './reporters/index.ts';
import type { NamedText } from './archive/result-files.ts';

/** Each service has a comment of its own; above this a run is either a large matrix without its aggregate, or spam. */
const mostComments = 10;

type Source = Pick<FinishedRun, 'headSha' | 'headBranch' | 'url' | 'repository'> & { pullRequest: number };

const origin =
  'The figures come from the pull request’s own run, which its author can change: look at the run before trusting a green one.';

/**
 * The comments that a run of a fork would have written. Everything is rendered here, from bounded and validated figures;
 * pull request, commit and links are the forge's word, not the artifact's.
 * @throws LeakgateError `config` for a result that is damaged, too large, of another commit, or one of too many.
 */
export function foreignComments(files: NamedText[], source: Source): string[] {
  const whole = files.find(({ name }) => name.endsWith('aggregate.json'));
  if (whole !== undefined) {
    const parsed = parseAggregate(whole.text, whole.name);
    const trusted: Aggregate = {
      ...parsed,
      notes: [...parsed.notes.slice(0, 20), origin],
      results: parsed.results.map((report) => believed(report, source, whole.name)),
    };
    return [aggregateComment(trusted)];
  }
  if (files.length > mostComments) {
    throw new LeakgateError('config', `The run left ${files.length} results: more than ${mostComments} comments.`, {
      hint: 'Fan a matrix in with `leakgate aggregate` in the first workflow; its artifact becomes one comment.',
    });
  }
  return files
    .map(({ name, text }) => believed(parseReport(text, name), source, name))
    .filter(hasComment)
    .map((report) => prComment({ ...report, notes: [origin, ...report.notes] }));
}

/** As in the run itself: an interrupted one says nothing, and without a name its comment couldn't be found again. */
const hasComment = ({ key, error }: Report): boolean => key !== '' && error?.code !== 'interrupted';

/** The report with what the forge knows better. */
function believed(given: Report, { headSha, headBranch, url, repository, pullRequest }: Source, name: string): Report {
  // A run that ended before it looked around knows no commit.
  if (given.commit.sha !== '' && given.commit.sha !== headSha) {
    throw new LeakgateError('config', `${name} is of another commit than the run: it isn't shown.`);
  }
  const report = boundedReport(given);
  return {
    ...report,
    commit: { sha: headSha, branch: headBranch, baseBranch: given.commit.baseBranch, pullRequest },
    links: { repository: repository.url, run: url },
    baseline: { ...report.baseline, stored: false },
  };
}
