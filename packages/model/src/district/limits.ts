/** Most teachers and most students of one school, wherever it is read from. */
export const mostTeachers = 10_000;
export const mostStudents = 200_000;
