/** A catalogue of the same shape in another language: a missing key or a wrong parameter does not compile. */
export type Same<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Same<T[Key]>;
};
