import { withDatabase } from '../../vitest.base.ts';

export default withDatabase();
