import { createServer } from 'node:net';
import { freePort } from '@baunghe/db';
import { expect, it } from 'vitest';
import { dataFolder, refuses } from './built-server';

const SECRET = 's'.repeat(32);

it.each(['0', '65536', '-1', '80a', '3000.5'])('names PORT when it is %s', async (PORT) => {
  const { code, errors } = await refuses({ PORT });
  expect(code).toBe(1);
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(/^PORT: must be /);
});

it('says that the port is taken, and touches no data', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, () => resolve((other.address() as { port: number }).port)),
  );
  const DATA_DIR = `${dataFolder()}/not-made`;
  const { code, errors } = await refuses({ PORT: String(port), DATA_DIR });
  await new Promise((done) => other.close(done));
  expect({ code, errors }).toEqual({
    code: 1,
    errors: [`PORT: ${port} is taken by another program; stop it or name another port`],
  });
});

it.each(['mysql://a:b@localhost/c', 'postgresql://localhost', 'not an address'])(
  'names DATABASE_URL when it is %s',
  async (DATABASE_URL) => {
    const { code, errors } = await refuses({ DATABASE_URL });
    expect({ code, errors }).toEqual({
      code: 1,
      errors: ['DATABASE_URL: must look like postgresql://user:password@host:5432/database'],
    });
  },
);

it('says that no database answers', async () => {
  const DATABASE_URL = `postgresql://baunghe:hidden@127.0.0.1:${await freePort()}/baunghe`;
  const { code, errors } = await refuses({ DATABASE_URL });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: ['DATABASE_URL: no database answers there (ECONNREFUSED)'],
  });
});

it('says that the database refuses the password, without repeating it', async () => {
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
  url.password = 'another-password';
  const { code, errors } = await refuses({ DATABASE_URL: url.href });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: ['DATABASE_URL: the database refuses this user or password'],
  });
});

it('names every secret that production misses, a line each', async () => {
  const { code, errors } = await refuses({ NODE_ENV: 'production', DATA_DIR: dataFolder() });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: [
      'SESSION_SECRET: must be set in production (32 characters or more)',
      'GS1_PREFIX: must be set in production, to the GS1 company prefix',
    ],
  });
});

it('refuses the demo in production', async () => {
  const secrets = { SESSION_SECRET: SECRET, GS1_PREFIX: '9521234', DATA_DIR: dataFolder() };
  const { code, errors } = await refuses({ NODE_ENV: 'production', DEMO: '1', ...secrets });
  expect({ code, errors }).toEqual({
    code: 1,
    errors: ['DEMO: demo accounts cannot exist in production, so it cannot be 1 there'],
  });
});
