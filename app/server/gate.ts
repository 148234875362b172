export type { Caller, Gate } from '@baunghe/api';
