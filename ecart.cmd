@echo off
rem Starts Ecart; builds it on first use. Needs a JDK 17 or later and Maven 3.8 or later.
setlocal
set "HERE=%~dp0"
if not exist "%HERE%target\ecart.jar" (
  echo Building Ecart, once ... 1>&2
  call mvn -B -q -f "%HERE%pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true package 1>&2 || exit /b 4
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" %ECART_OPTS% -Decart.home="%HERE%." --module-path "%HERE%target\javafx" --add-modules javafx.controls -cp "%HERE%target\ecart.jar;%HERE%target\lib\*" org.ecart.Launcher %*
exit /b %ERRORLEVEL%
