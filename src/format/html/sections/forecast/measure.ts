/** What the values of a forecast are measured in: money, or won deals where no win has an amount. */
export function measureOf(unit: 'money' | 'deals'): 'money' | 'count' {
  return unit === 'money' ? 'money' : 'count';
}
