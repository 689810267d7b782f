-- Origin (edition 2017) and migration history as an analyst would write them; an unknown value is null.
create or replace table derived as
select id, origin,
  cast(case
    when origin = 'BE' and ff_nationality = 'BE' and fm_nationality = 'BE' and mf_nationality = 'BE' and mm_nationality = 'BE' then 'BE'
    when origin = 'BE' and (ff_nationality not in ('BE', @EU) or fm_nationality not in ('BE', @EU) or mf_nationality not in ('BE', @EU) or mm_nationality not in ('BE', @EU)) then 'G3_NEU'
    when origin = 'BE' and (ff_nationality in (@EU) or fm_nationality in (@EU) or mf_nationality in (@EU) or mm_nationality in (@EU)) then 'G3_EU'
    when origin = 'BE' then 'BE_UND'
    when nationality_at_birth = 'BE' and father_nationality in (@EU) and mother_nationality in (@EU) then 'G2_EU'
    when nationality_at_birth = 'BE' and father_nationality not in ('BE', @EU) and mother_nationality not in ('BE', @EU) then 'G2_NEU'
    when nationality_at_birth = 'BE' and (father_nationality = 'BE' and mother_nationality in (@EU) or father_nationality in (@EU) and mother_nationality = 'BE') then 'G2_BE_EU'
    when nationality_at_birth = 'BE' and (father_nationality = 'BE' and mother_nationality not in ('BE', @EU) or father_nationality not in ('BE', @EU) and mother_nationality = 'BE') then 'G2_BE_NEU'
    when nationality_at_birth = 'BE' and (father_nationality in (@EU) and mother_nationality not in ('BE', @EU) or father_nationality not in ('BE', @EU) and mother_nationality in (@EU)) then 'G2_EU_NEU'
    when nationality_at_birth = 'BE' and (father_nationality <> 'BE' or mother_nationality <> 'BE') then 'G2_OTHER'
    when nationality_at_birth <> 'BE' and nationality_now = 'BE' and acquired_on + interval 5 year < date '2014-12-31' then 'G1_BE_OLD'
    when nationality_at_birth <> 'BE' and nationality_now = 'BE' and acquired_on is not null then 'G1_BE_NEW'
    when nationality_now <> 'BE' and registered_on + interval 5 year < date '2014-12-31' then 'G1_OLD'
    when nationality_now <> 'BE' and registered_on is not null then 'G1_NEW'
    else 'UND' end as history) as migration_history
from (
  select *, cast(case
    when father_nationality <> 'BE' then case @GROUP(father_nationality) else 'FNC' end
    when mother_nationality <> 'BE' then case @GROUP(mother_nationality) else 'FNC' end
    when nationality_at_birth <> 'BE' then case @GROUP(nationality_at_birth) else 'FNC' end
    when nationality_now <> 'BE' then case @GROUP(nationality_now) else 'FNC' end
    when nationality_now = 'BE' and nationality_at_birth = 'BE' and father_nationality = 'BE' and mother_nationality = 'BE' then 'BE'
    when nationality_now = 'BE' and nationality_at_birth = 'BE' and (father_nationality is null or mother_nationality is null) then 'UBE'
    when nationality_at_birth is null and nationality_now is null then 'UND'
    else 'UNC' end as origins) as origin
  from person)
