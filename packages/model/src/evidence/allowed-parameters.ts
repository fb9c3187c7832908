/** Says which names of parameters are allowed, as issues do: where they are listed. */
export const allowedParameters = "the names of uptake list parameters";
