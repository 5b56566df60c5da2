export { BASES, type Basis } from '@thongvon/api-contract';
