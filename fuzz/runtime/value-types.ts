/** The types of values that the writers of guests have no use for. */
export const f32 = 0x7d;
export const f64 = 0x7c;
export const v128 = 0x7b;
