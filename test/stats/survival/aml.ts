/** Remission of acute myelogenous leukaemia in weeks (R. G. Miller, Survival Analysis 1981; `aml` of R's survival). */
export const MAINTAINED = {
  durations: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
  events: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0],
};

export const NONMAINTAINED = {
  durations: [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
  events: [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
};
