const all = [];

class Metric {
  constructor(name) {
    this.name = name;
    this.values = [];
    all.push(this);
  }

  add(value) {
    this.values.push(value);
  }
}

export class Counter extends Metric {
  figures = () => ({ count: this.values.reduce((sum, value) => sum + value, 0), rate: 0 });
}
export class Gauge extends Metric {
  figures = () => ({ value: this.values.at(-1), min: Math.min(...this.values), max: Math.max(...this.values) });
}
export class Trend extends Metric {
  figures(wanted) {
    const sorted = this.values.toSorted((a, b) => a - b);
    const at = (percent) => sorted[Math.round((percent / 100) * (sorted.length - 1))];
    const known = {
      count: sorted.length,
      avg: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
      min: sorted[0],
      max: sorted.at(-1),
    };
    return Object.fromEntries(wanted.map((name) => [name, known[name] ?? at(Number(/[\d.]+/.exec(name)[0]))]));
  }
}

/** Those without samples are left out, as k6 does. */
export const summaryOf = (wanted) =>
  Object.fromEntries(
    all.filter(({ values }) => values.length > 0).map((metric) => [metric.name, { values: metric.figures(wanted) }]),
  );
