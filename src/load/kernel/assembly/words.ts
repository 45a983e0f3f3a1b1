/** Copies words, each with the same number added. They may be moved to a lower place that overlaps. */
export function copyRaised(to: usize, from: usize, count: u32, by: u32): void {
  const end = from + ((<usize>count) << 2);
  const four = i32x4.splat(<i32>by);
  for (; from + 16 <= end; from += 16, to += 16) v128.store(to, i32x4.add(v128.load(from), four));
  for (; from < end; from += 4, to += 4) store<u32>(to, load<u32>(from) + by);
}
