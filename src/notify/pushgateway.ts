import type { Pushgateway } from '../config/notify.ts';
import type { Report } from '../model.ts';
import { openMetrics } from '../reporters/index.ts';
import type { Post } from './send.ts';

const label = (text: string): string => Buffer.from(text).toString('base64url') || '=';

/** Replaces the figures of this service and branch. The gateway adds the labels of the path to every series itself. */
export function postToGateway({ url, job }: Pushgateway, report: Report): Post {
  const path = `metrics/job@base64/${label(job)}/service@base64/${label(report.key)}/branch@base64/${label(report.commit.branch)}`;
  const base = new URL(url);
  const { username, password } = base;
  base.username = '';
  base.password = '';
  base.pathname = `${base.pathname.replace(/\/$/, '')}/${path}`;
  const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return {
    url: base.href,
    method: 'PUT',
    headers: {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      ...(username !== '' && { authorization: `Basic ${basic}` }),
    },
    body: openMetrics(report),
  };
}
