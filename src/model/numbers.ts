/** The arrays that columns are made of. */
export type Numbers = Float64Array | Int32Array | Int8Array | Uint8Array | Uint16Array | Uint32Array;
