import { expect, it } from 'vitest';
import { refuses, serve, shopFolder } from './built-server';

it('lets only one server have a data folder, and tells the other who has it', async () => {
  const { DATA_DIR } = shopFolder();
  const first = await serve({ DATA_DIR });
  const { code, errors } = await refuses({ DATA_DIR });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: [`DATA_DIR: ${DATA_DIR} is in use by process ${first.pid}; stop it or name another folder`],
  });
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  first.kill('SIGTERM');
  expect(await first.ended).toMatchObject({ code: 0 });
  const after = await serve({ DATA_DIR });
  expect((await fetch(`${after.url}/readyz`)).status).toBe(200);
});
