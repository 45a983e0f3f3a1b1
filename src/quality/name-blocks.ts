/**
 * Names by the blocks they share, where a block is a number: what stands for its text is a hash. Two blocks of one
 * number are one, which costs a comparison and finds nothing. Lists of a hundred thousand blocks are three arrays.
 */
export class NameBlocks {
  private readonly most: number;
  private hashes: Uint32Array;
  /** The last name of the block in each slot, as a place in `names`; 0 is an empty slot. */
  private heads: Uint32Array;
  private counts: Uint8Array;
  private used = 0;
  private names: Uint32Array;
  private before: Uint32Array;
  private entries = 1;

  /**
   * @param most names of one block that are kept, 255 at most; what is like them needs not be compared with all
   * @param blocks about how many there will be
   */
  constructor(most: number, blocks = 0) {
    this.most = most;
    const slots = 2 ** Math.ceil(Math.log2(Math.max(512, blocks) * 2));
    this.hashes = new Uint32Array(slots);
    this.heads = new Uint32Array(slots);
    this.counts = new Uint8Array(slots);
    this.names = new Uint32Array(slots >> 1);
    this.before = new Uint32Array(slots >> 1);
  }

  /** Where the names of a block begin, for {@link nameOf} and {@link nextOf}; 0: it has none. */
  first(block: number): number {
    return this.heads[this.slotOf(block)] as number;
  }

  /** The name at a place of a block. */
  nameOf(place: number): number {
    return this.names[place] as number;
  }

  /** The place of the name that came into the block before; 0 behind the earliest. */
  nextOf(place: number): number {
    return this.before[place] as number;
  }

  /** Puts a name into a block, unless that is full. */
  add(block: number, name: number): void {
    if (this.used * 2 >= this.heads.length) this.grow();
    const slot = this.slotOf(block);
    const head = this.heads[slot] as number;
    if (head === 0) {
      this.hashes[slot] = block;
      this.used++;
    } else if ((this.counts[slot] as number) >= this.most) return;
    this.counts[slot] = (this.counts[slot] as number) + 1;
    if (this.entries === this.names.length) {
      this.names = longer(this.names);
      this.before = longer(this.before);
    }
    this.names[this.entries] = name;
    this.before[this.entries] = head;
    this.heads[slot] = this.entries++;
  }

  private slotOf(block: number): number {
    const last = this.heads.length - 1;
    let slot = (block ^ (block >>> 15)) & last;
    while (this.heads[slot] !== 0 && this.hashes[slot] !== block >>> 0) slot = (slot + 1) & last;
    return slot;
  }

  private grow(): void {
    const { hashes, heads, counts } = this;
    this.hashes = new Uint32Array(hashes.length * 2);
    this.heads = new Uint32Array(heads.length * 2);
    this.counts = new Uint8Array(counts.length * 2);
    for (let old = 0; old < heads.length; old++) {
      if (heads[old] === 0) continue;
      const slot = this.slotOf(hashes[old] as number);
      this.hashes[slot] = hashes[old] as number;
      this.heads[slot] = heads[old] as number;
      this.counts[slot] = counts[old] as number;
    }
  }
}

function longer(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(array.length * 2);
  twice.set(array);
  return twice;
}

const FNV_PRIME = 0x01000193;
/** Between words; no word has it. */
const SPACE = 0x20;

/** Kinds of blocks: equal texts of two kinds are two. */
const [LETTERS, WORDS, BEGINS, ENDS] = [0x811c9dc5, 0x050c5d1f, 0x1bb1b8a9, 0x2f3a4c67];

/** The blocks of a name by its words: what two names that are likely one have in common. */
export function blocksOf(words: readonly string[], joined: string, longWord: number): number[] {
  const blocks = [hashed(joined, LETTERS), wordsHashed(words, -1, WORDS)];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word.length < longWord - 1) continue;
    const half = word.length >> 1;
    const [begins, ends] = [wordsHashed(words, at, BEGINS), wordsHashed(words, at, ENDS)];
    blocks.push(hashed(word, begins, 0, half), hashed(word, ends, word.length - half));
    // The halves of a word and of one that is a letter longer differ in length.
    blocks.push(hashed(word, begins, 0, half - 1), hashed(word, ends, word.length - half + 1));
  }
  return blocks;
}

/** All words but one, each with a space behind it. */
function wordsHashed(words: readonly string[], without: number, start: number): number {
  let hash = start;
  for (let at = 0; at < words.length; at++) {
    if (at !== without) hash = Math.imul(hashed(words[at] as string, hash) ^ SPACE, FNV_PRIME);
  }
  return hash;
}

function hashed(text: string, start: number, from = 0, to = text.length): number {
  let hash = start;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}
