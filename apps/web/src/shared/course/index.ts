export * from './course';
export * from './course-figures';
export * from './queries';
