/** An interval estimate and how it was made. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Nominal coverage, 0.95. */
  readonly level: number;
  readonly method:
    | 'wilson'
    | 'student-t'
    | 'bca-bootstrap'
    | 'order-statistics'
    | 'newcombe'
    | 'welch'
    | 'percentile-bootstrap';
}
