export { BASES, type Basis } from '@thongvon/contracts';
