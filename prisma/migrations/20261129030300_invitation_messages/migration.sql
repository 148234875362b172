ALTER TYPE "SmsKind" ADD VALUE 'invitation';
