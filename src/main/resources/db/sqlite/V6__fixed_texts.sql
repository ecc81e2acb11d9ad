-- The words of the fixed texts lie in channel/fixed-texts/; each version in each language is approved by the owner with
-- the release that ships it. A text is sent under an approval of its own that is derived from this one.
insert into approval (task_id, purpose, request_id, sha256, approved_by, drafted_by, at)
values
    ('help-1/en', 'client_message', null, '7f5209cb8488b5dfac19b2f2b79e7f35bed48b8678ab22b0712106d65198b8a8', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('which-request-1/en', 'client_message', null, '97e44f2b1cc236e82eb01fd9098ad213f6c9db521f732a6229628566c5242433', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('question-nudge-1/en', 'client_message', null, '8b2da6eed0ff2b0d915599668739102bcccdab18185aeaccc73f6cd8a25dafce', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-shared-1/en', 'client_message', null, 'da6328602e7990ac0fea932e14392612fdef5dc9a455f35f81478b423e4384fb', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-nudge-1/en', 'client_message', null, 'a95bf084f37b0790dda2cc4d884f1536850cebf8fa9b8977999cda4c353b4357', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('which-request-1/de', 'client_message', null, 'ff635d493edda0a754cdc9eeaf3726b7f4bb97b9144e5772662e9a3502c89a25', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('question-nudge-1/de', 'client_message', null, 'f64addf801124bb51c6a4e94eb0009800fb004af27ed79bfe24c33452baf870d', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-shared-1/de', 'client_message', null, '6c8996eb1580c7c6f8e5087ecb0f5d4395a36fb3bda033da4070515d09cfea1d', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-nudge-1/de', 'client_message', null, '84e41744d9409d063c4507d3becac2fb7a39d88433bd606721efdd5de10bc4e8', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('which-request-1/es', 'client_message', null, 'b6de690774d18ce4d928d0105c0f75eb0466c0355ba1e9a3d5f0b3edab615841', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('question-nudge-1/es', 'client_message', null, 'd85abe98682558ba8e242de6b8922735b3e3cb0016f959d379d02875a815261c', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-shared-1/es', 'client_message', null, '602d3cf8c9d3cede9e02253c8d804f71ed1d10db0d539a6f1aaa5a3ed5f4a52a', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-nudge-1/es', 'client_message', null, '4015efb690051a68e8c2b1e84ae84f6a96066d3089525c993ed17cc3e0613f58', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('which-request-1/fr', 'client_message', null, '4b2a6ba13b686d0751190651c2f1584f09d703d15cd0da9e1478aad429c971fa', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('question-nudge-1/fr', 'client_message', null, '40c1d80d60f1ab8543d7b8405fa5dbd607134374e8ce410ffebb36a6270c3429', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-shared-1/fr', 'client_message', null, '47a77886127722ada991c2403571917cb4ae0ccbbabe9242ee7222c0fc1cf09d', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-nudge-1/fr', 'client_message', null, '1317b914bfc6a40aa42d21db2612f9073851197452e869eca10b27b8ecfddc53', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('which-request-1/pt', 'client_message', null, '217b32c11350ffdd6f2e6b7cc6b4eff1e38157825202babdcd91c8647a1022fa', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('question-nudge-1/pt', 'client_message', null, '2ff223961a62cf1d90a78b5efd51b15683450bc6a90b1a0732d470ab8793d1cc', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-shared-1/pt', 'client_message', null, 'c3328a843b6085df1ecab48c1fecab9d34a786418d82ba63896216e878454bd0', 'owner', null, '2026-11-22T00:00:00.000Z'),
    ('prd-nudge-1/pt', 'client_message', null, 'e7c3b7510386344e5aeff06e222d7dbf4172d3bf395a81c480eaa594a5be09f7', 'owner', null, '2026-11-22T00:00:00.000Z');
