/** Standard deviations within which a normal distribution has its middle 95%. */
export const normalReach = 1.959963984540054;
