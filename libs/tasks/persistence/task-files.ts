import type { EntityManager } from 'typeorm';

/** Says for which task a file is kept; false: it is kept for another one. */
export async function keepForTask(manager: EntityManager, taskId: string, fileId: string): Promise<boolean> {
  await manager.query(
    'INSERT INTO tasks.task_file (file_id, task_id) VALUES ($1, $2) ON CONFLICT (file_id) DO NOTHING',
    [fileId, taskId],
  );
  return isKeptForTask(manager, taskId, fileId);
}

/** Whether the file was sent for this task. */
export async function isKeptForTask(
  manager: EntityManager,
  taskId: string,
  fileId: string,
): Promise<boolean> {
  const found = await manager.query<object[]>(
    'SELECT FROM tasks.task_file WHERE file_id = $1 AND task_id = $2',
    [fileId, taskId],
  );
  return found.length > 0;
}

/** Whether who sees the task sees the file: it was sent for it, or its history names it. */
export async function isShownWithTask(
  manager: EntityManager,
  taskId: string,
  fileId: string,
): Promise<boolean> {
  const found = await manager.query<object[]>(
    `SELECT FROM tasks.task_file WHERE file_id = $1 AND task_id = $2
     UNION ALL SELECT FROM tasks.task_event WHERE task_id = $2 AND proof->'file'->>'id' = $1::text`,
    [fileId, taskId],
  );
  return found.length > 0;
}
