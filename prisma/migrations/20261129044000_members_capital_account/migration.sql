ALTER TYPE "BookAccount" ADD VALUE 'members_capital';
