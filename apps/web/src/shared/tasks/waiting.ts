/** The list of the tasks that wait for who looks. */
export const WAITING_TASKS = '/viec-giao?xem=all&cho=any';
