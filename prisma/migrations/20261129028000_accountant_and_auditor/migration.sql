ALTER TYPE "Role" ADD VALUE 'accountant';
ALTER TYPE "Role" ADD VALUE 'auditor';
