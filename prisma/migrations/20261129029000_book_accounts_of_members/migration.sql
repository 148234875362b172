ALTER TYPE "BookAccount" ADD VALUE 'settled';
ALTER TYPE "BookAccount" ADD VALUE 'members_owed';
ALTER TYPE "BookAccount" ADD VALUE 'cooperative';
ALTER TYPE "BookAccount" ADD VALUE 'advances';
