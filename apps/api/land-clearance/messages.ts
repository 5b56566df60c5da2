import { Problem } from '@thongvon/platform';

export const seriesTooLong = (): Problem =>
  new Problem(
    400,
    'SERIES-TOO-LONG',
    'Khoảng thời gian dài hơn hai năm.',
    'The range is longer than two years.',
  );
