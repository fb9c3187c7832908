/**
 * Students per teacher where a roster says nothing of teachers, for the country and for the states that have a format.
 * From students and full-time teachers of all districts, 2023-24 (NCES Common Core of Data): 49,426,649 and 3,279,078
 * in 17,842 US districts; 5,837,303 and 268,195 in California; 5,531,236 and 376,576 in Texas; 914,958 and 77,630 in
 * Massachusetts; 865,661 and 53,744 in Colorado.
 */
export const stateRatios = {
  us: { value: 15.07, of: "US, 2023-24" },
  ca: { value: 21.77, of: "California, 2023-24" },
  tx: { value: 14.69, of: "Texas, 2023-24" },
  ma: { value: 11.79, of: "Massachusetts, 2023-24" },
  co: { value: 16.11, of: "Colorado, 2023-24" },
} as const;
